package org.ocppbridge.adapter;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.access.PinBook;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.charger.CommandCaller;
import org.ocppbridge.adapter.charger.LearntAddress;
import org.ocppbridge.adapter.charger.SessionHome;
import org.ocppbridge.adapter.charger.SessionRecorder;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Policies;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.config.SoapTls;
import org.ocppbridge.adapter.config.TargetConfig;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.console.Reloading;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.csms.CsmsTarget;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.DrainPace;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.ids.MessageIds;
import org.ocppbridge.adapter.ledger.ExchangeLedger;
import org.ocppbridge.adapter.link.Background;
import org.ocppbridge.adapter.link.LinkCredentials;
import org.ocppbridge.adapter.link.LinkSafety;
import org.ocppbridge.adapter.link.LinkWays;
import org.ocppbridge.adapter.link.SharedTls;
import org.ocppbridge.adapter.operator.CertificateWatch;
import org.ocppbridge.adapter.operator.DiskWatch;
import org.ocppbridge.adapter.operator.Looks;
import org.ocppbridge.adapter.operator.Observation;
import org.ocppbridge.adapter.operator.OperatorRoom;
import org.ocppbridge.adapter.operator.Reload;
import org.ocppbridge.adapter.program.DataFolder;
import org.ocppbridge.adapter.program.Kept;
import org.ocppbridge.adapter.program.RunningBridge;
import org.ocppbridge.adapter.secure.Vault;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.adapter.soap.in.SoapServer;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.adapter.soap.out.SoapOut;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.adapter.time.ChargerTime;
import org.ocppbridge.adapter.time.SystemTime;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;

/**
 * The running bridge: makes all parts from the settings with {@code new}, and closes them in the
 * right order.
 */
public final class Wiring implements RunningBridge {
  /** Longest time between two looks for silent chargers. */
  private static final Duration SILENCE_LOOK = Duration.ofSeconds(10);

  private static final Duration CERTIFICATE_LOOK = Duration.ofSeconds(60);

  /** Time between two looks whether chargers can be served by other settings. */
  private static final Duration MOVES_LOOK = Duration.ofSeconds(1);

  /** How many wake-ups a second are made up for that fell due while the bridge did not run. */
  private static final int OVERDUE_RATE = 100;

  /** Time between two looks at the disk. */
  private static final Duration DISK_LOOK = Duration.ofSeconds(10);

  /** Time between two looks for dead letters that are too old. */
  private static final Duration LETTERS_LOOK = Duration.ofHours(1);

  private volatile BridgeConfig config;
  private volatile Routing routing;
  private final SystemTime time = new SystemTime();
  private final Observation seen;
  private final Store store;

  /** The store itself, without anybody listening. */
  private final Store plainStore;

  private final DiskWatch disk;
  private final CsmsLinks links = new CsmsLinks();
  private final Vault vault;
  private final SharedTls tls = new SharedTls();
  private final TargetBook targets;
  private final DrainPace overdue = new DrainPace(OVERDUE_RATE, System::nanoTime);

  /** Made with the first charger that needs it. */
  private final Map<Target, JsonDialect> dialects = new ConcurrentHashMap<>();

  private final OutgoingSoap outgoing;
  private final ChargerLink chargerLink;
  private final ChargerFleet fleet;
  private final Bridge bridge;
  private final SoapServer soap;
  private final CompletableFuture<URI> publicUrl = new CompletableFuture<>();
  private final Doorkeeper door;
  private final Optional<ExchangeLedger> ledger;
  private final OperatorRoom operator;
  private final Optional<Reload> reload;
  private volatile boolean serving;

  /**
   * Starts the bridge; it serves when the constructor returns.
   *
   * @param store closed with the bridge
   * @throws UncheckedIOException if a port cannot be bound
   */
  public Wiring(BridgeConfig config, Store store) {
    this(config, store, Kept.NOTHING);
  }

  /**
   * Starts the bridge; it serves when the constructor returns.
   *
   * @param store closed with the bridge
   * @param kept what is kept besides the store
   * @throws UncheckedIOException if a port cannot be bound or a file cannot be read or written
   */
  public Wiring(BridgeConfig config, Store store, Kept kept) {
    this.config = config;
    this.seen = new Observation(config.traces(), time);
    this.routing = new Routing(config);
    this.plainStore = store;
    this.store = seen.store(store);
    this.vault =
        config
            .secrets()
            .key()
            .map(key -> Vault.with(key.reveal()))
            .orElseGet(() -> Vault.in(config.data()));
    this.disk = DiskWatch.of(config.data(), config.limits().diskFree());
    targets = new TargetBook(links, config);
    outgoing = new OutgoingSoap(commands(), this::mayCall);
    chargerLink = seen.chargers(outgoing.link());
    door =
        new Doorkeeper(
            new PinBook(
                kept.folder().map(folder -> folder.resolve("pins.jsonl")),
                config.limits().chargers()),
            config.limits().chargers(),
            time::now);
    ledger = kept.folder().flatMap(folder -> DataFolder.ledger(config, folder, time::now));
    fleet = new ChargerFleet(routing, this.store, this::charger, time, config.limits().chargers());
    bridge = new Bridge(fleet, this.store, door);
    ledger.ifPresent(bridge::record);
    soap =
        new SoapServer(EdgeSettings.of(config.soap()), bridge, this::zone, time::now, seen.watch());
    publicUrl.complete(config.soap().publicUrl().orElseGet(this::ownUrl));
    operator =
        new OperatorRoom(
            () -> this.config,
            kept.folder(),
            new OperatorRoom.Parts(fleet, this.store, door, links, seen, disk, ledger, time),
            this::reload,
            () -> serving);
    seen.look(
        new Looks(fleet, this.store, links, disk, ledger, seen.diagnoses(), time),
        soap,
        config,
        time);
    reload =
        kept.settings().map(loaded -> new Reload(loaded, this::check, this::apply, fleet.moves()));
    reload.ifPresent(this::watchCertificates);
    time.every(MOVES_LOOK, fleet.moves()::look);
    time.every(silenceLook(config.presence().minimum()), fleet::lookForSilence);
    time.every(LETTERS_LOOK, this::expireLetters);
    time.watchClock(fleet::clockStepped);
    disk.look();
    time.every(DISK_LOOK, disk::look);
    time.run(fleet::takeUp);
    // Better made before somebody asks for it, but not needed to serve.
    time.run(soap::warmUp);
    time.run(seen::lookAfterMachine);
    serving = true;
  }

  @Override
  public InetSocketAddress soapAddress() {
    return soap.address();
  }

  @Override
  public InetSocketAddress adminAddress() {
    return operator.address();
  }

  /** The other SOAP ports: plain beside TLS, then old TLS. */
  public List<InetSocketAddress> otherSoapAddresses() {
    return soap.otherAddresses();
  }

  @Override
  public Optional<String> freshAdminToken() {
    return operator.freshToken();
  }

  @Override
  public void close() {
    serving = false;
    soap.close();
    fleet.drain(config.retry().drain());
    fleet.close();
    links.close();
    time.close();
    outgoing.close();
    operator.close();
    ledger.ifPresent(ExchangeLedger::close);
    store.close();
    seen.close();
  }

  private void watchCertificates(Reload reading) {
    if (config.soap().tls().isPresent() || config.admin().tls().isPresent()) {
      Duration every = config.soap().tls().map(SoapTls::reload).orElse(CERTIFICATE_LOOK);
      CertificateWatch watch =
          new CertificateWatch(config, () -> reading.again().config(), this::show, operator::show);
      time.every(every, watch::look);
    }
  }

  private void show(BridgeConfig next) {
    soap.show(EdgeSettings.door(next.soap()));
  }

  private void expireLetters() {
    Duration age = config.limits().deadLetterAge();
    if (age.isPositive()) {
      fleet.expireLetters(age);
    }
  }

  /** Whether settings can be brought into force; changes nothing. */
  private void check(ConfigLoader.Loaded loaded) {
    BridgeConfig next = loaded.config();
    List<String> clashes = fleet.clashes(new Routing(next));
    if (!clashes.isEmpty()) {
      throw new ConfigException(clashes);
    }
    SoapSettings _ = EdgeSettings.of(next.soap());
    var _ = next.admin().tls().map(TlsContexts::server);
    var _ = new TargetBook(links, next);
  }

  /** Brings settings into force that were checked. */
  private void apply(ConfigLoader.Loaded loaded) {
    BridgeConfig next = loaded.config();
    config = next;
    routing = new Routing(next);
    targets.use(next);
    fleet.reroute(routing, next.limits().chargers());
    soap.apply(EdgeSettings.of(next.soap()));
    show(next);
    operator.apply(next);
    disk.least(next.limits().diskFree());
    seen.targets(next);
    if (plainStore instanceof SqlStore durable) {
      durable.limit(DataFolder.limits(next));
    }
  }

  @Override
  public Optional<Reloading.Outcome> reload(boolean atOnce) {
    return reload.map(reading -> reading.reload(atOnce));
  }

  private static Duration silenceLook(Duration minimum) {
    return minimum.compareTo(SILENCE_LOOK) < 0 ? minimum : SILENCE_LOOK;
  }

  private Charger charger(ChargerState state, Route route) {
    TargetConfig target = route.target();
    Time itsTime = new ChargerTime(time, state.id(), seen.watch());
    ChargerSession session =
        new ChargerSession(
            state,
            dialects.computeIfAbsent(target.protocol(), Wiring::dialect),
            store,
            itsTime,
            new CommandCaller(this::current, chargerLink),
            () -> Policies.of(config, route));
    session.watch(seen.watch());
    Charger charger =
        new Charger(
            session,
            route,
            () -> config.presence(),
            new LearntAddress(state.id(), route.settings(), state.contact()),
            itsTime);
    CsmsTarget csms = targets.target(route);
    ChargerSession.Secured secured = secured(session, route, csms);
    session.secure(secured);
    session.record(
        new SessionRecorder(
            bridge.recorder(),
            session::state,
            route.targetName(),
            target.protocol().subprotocol()));
    CsmsLink link =
        seen.link(links.create(csms, secured.ways(), charger, state.id().value(), seen.watch()));
    session.attach(link, courier(link, session, route, itsTime), overdue);
    return charger;
  }

  private static JsonDialect dialect(Target target) {
    return switch (target) {
      case OCPP16 -> new Json16();
      case OCPP201 -> new Json201();
    };
  }

  private ChargerSession.Secured secured(ChargerSession session, Route route, CsmsTarget csms) {
    SessionHome home = new SessionHome(session, time);
    LinkCredentials credentials = new LinkCredentials(route, vault, tls);
    LinkWays ways =
        new LinkWays(
            credentials,
            csms,
            route.settings().csmsIdentity(),
            Policies.of(config, route).link().securityProfile(),
            home);
    return new ChargerSession.Secured(
        ways,
        new LinkSafety(credentials, ways, targets.hosts(route)),
        new Background(credentials, home, time));
  }

  private Courier courier(CsmsLink link, ChargerSession session, Route route, Time itsTime) {
    return new Courier(link, session.desk(), itsTime::run, targets.pace(route));
  }

  private Charger current(ChargerId id) {
    return fleet.charger(id);
  }

  private ZoneId zone(ChargerId id) {
    return routing.of(id).map(route -> route.settings().timezone()).orElse(ZoneId.of("UTC"));
  }

  /** How chargers are called. */
  private SoapOut commands() {
    return new SoapOut(
        publicUrl::join,
        config.soap().limits().answer(),
        EdgeSettings.xml(config.soap().limits()),
        id -> routing.of(id).map(route -> route.settings().soapAction()).orElse(false),
        this::zone,
        MessageIds::urn,
        time::now,
        (id, what, losses) -> bridge.tell(id, what, losses));
  }

  private boolean mayCall(ChargerId id, URI address, InetAddress resolved) {
    Charger charger = fleet.charger(id);
    return charger != null && charger.address().mayCall(address, resolved);
  }

  /** What commands say in From, if nothing is configured: where SOAP is really served. */
  private URI ownUrl() {
    InetSocketAddress address = soap.address();
    boolean tls = config.soap().tls().isPresent();
    return SoapOut.defaultFrom(address.getAddress().getHostAddress(), address.getPort(), tls);
  }
}
