package org.ocppbridge.adapter.operator;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.config.AdminConfig;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.console.AdminServer;
import org.ocppbridge.adapter.console.AdminSettings;
import org.ocppbridge.adapter.console.AdminToken;
import org.ocppbridge.adapter.console.AuditLog;
import org.ocppbridge.adapter.console.Operator;
import org.ocppbridge.adapter.console.Reloading;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.ledger.ExchangeLedger;
import org.ocppbridge.adapter.ledger.LedgerApi;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.SystemTime;
import org.ocppbridge.adapter.time.Time;

/** What an operator sees and does, put together, and the admin port that serves it. */
public final class OperatorRoom implements AutoCloseable {

  /** Holds what this run of the program takes as token too; in the data folder. */
  public static final String RUN_TOKEN = "admin-run-token";

  /** Time between two looks for what is too old in the ledger. */
  private static final Duration TIDY = Duration.ofHours(1);

  private final Parts parts;
  private final AdminToken token;
  private final LedgerApi ledgerApi;
  private final AdminServer admin;

  /** What of the bridge is shown. */
  public record Parts(
      ChargerFleet fleet,
      Store store,
      Doorkeeper door,
      CsmsLinks links,
      Observation seen,
      DiskWatch disk,
      Optional<ExchangeLedger> ledger,
      SystemTime time) {}

  /**
   * Starts to serve.
   *
   * @param config the settings that are in force
   * @param folder for the audit log; empty: nothing is kept
   * @param reload brings changed settings into force
   * @param serving whether the bridge as a whole serves
   */
  public OperatorRoom(
      Supplier<BridgeConfig> config,
      Optional<Path> folder,
      Parts parts,
      Function<Boolean, Optional<Reloading.Outcome>> reload,
      BooleanSupplier serving) {
    this.parts = parts;
    this.token = token(config.get(), folder);
    this.ledgerApi = new LedgerApi(parts.ledger());
    SystemTime time = parts.time();
    FleetView fleet = fleet(config);
    ChartRing charts = new ChartRing(fleet, parts.seen().traffic(), time);
    TokenErasure privacy = new TokenErasure(parts.ledger(), parts.store(), parts.fleet(), time);
    admin =
        new AdminServer(
            settings(config.get().admin(), time),
            this.token,
            new AuditLog(folder.map(kept -> kept.resolve("audit.jsonl")), time::now),
            new Operator(
                () -> serving.getAsBoolean() && parts.store().trouble().isEmpty(),
                fleet,
                new OperatorActions(parts.fleet(), parts.door(), time),
                reload,
                new LetterDesk(parts.fleet()),
                charts::last,
                parts.seen()::metrics,
                ledgerApi,
                privacy::erase));
    time.every(AdminServer.TICK, admin::tick);
    time.every(ChartRing.EVERY, charts::tick);
    time.every(TIDY, () -> privacy.tidy(config.get().privacy().tokenAge()));
  }

  /** What the operator signs in with: as the settings say, or kept in the folder, or made now. */
  private static AdminToken token(BridgeConfig config, Optional<Path> folder) {
    AdminToken token =
        config
            .admin()
            .token()
            .map(Secret::reveal)
            .map(AdminToken::configured)
            .or(() -> folder.map(kept -> AdminToken.kept(kept.resolve("admin-token.hash"))))
            .orElseGet(AdminToken::made);
    return folder.map(own -> token.alsoIn(own.resolve(RUN_TOKEN))).orElse(token);
  }

  private static AdminSettings settings(AdminConfig admin, Time time) {
    return new AdminSettings(
        admin.host(),
        admin.port(),
        admin.tls().map(TlsContexts::server),
        admin.session(),
        time::now,
        admin.names());
  }

  private FleetView fleet(Supplier<BridgeConfig> config) {
    return new FleetView(
        parts.fleet(),
        parts.links(),
        parts.door(),
        parts.seen().diagnoses(),
        () -> List.copyOf(config.get().targets().keySet()),
        this::warnings,
        parts.time());
  }

  private List<String> warnings() {
    return Stream.of(
            parts.store().trouble().map(trouble -> "the store takes nothing: " + trouble).stream(),
            parts.disk().alarm().stream(),
            parts.seen().strangers().stream())
        .flatMap(words -> words)
        .toList();
  }

  /** Where it is served. */
  public InetSocketAddress address() {
    return admin.address();
  }

  /** The admin token, if it was made at this start; to be told once. */
  public Optional<String> freshToken() {
    return token.fresh();
  }

  /** Brings settings into force that can change while the bridge runs. */
  public void apply(BridgeConfig next) {
    show(next);
    next.admin().token().map(Secret::reveal).ifPresent(token::change);
  }

  /** Shows the certificate of these settings from now on. */
  public void show(BridgeConfig next) {
    next.admin().tls().map(TlsContexts::server).ifPresent(admin::show);
  }

  @Override
  public void close() {
    ledgerApi.close();
    admin.close();
  }
}
