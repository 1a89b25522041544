package org.ocppbridge.adapter.link;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.csms.CsmsTarget;
import org.ocppbridge.adapter.csms.LinkSettings;
import org.ocppbridge.adapter.csms.Ways;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Profile;
import org.ocppbridge.mappings.AccessChange.Connected;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.VariablePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways in which one charger's link may reach its CSMS, in the order they are tried: the network
 * profiles in force, each with what the CSMS gave last to sign in with, then with what was good
 * before, then with what is configured. Each is tried {@code NetworkProfileConnectionAttempts}
 * times, then the next one, and after the last the first again (2.0.1 B10, A01.FR.12, A02.FR.10).
 */
public final class LinkWays implements Ways {
  private static final Logger LOG = LoggerFactory.getLogger(LinkWays.class);

  private static final String ATTEMPTS =
      VariablePath.ofStation("OCPPCommCtrlr", "NetworkProfileConnectionAttempts").toString();
  private static final int ATTEMPTS_DEFAULT = 3;

  /** What the link's session is told. */
  public interface Home {
    ChargerState state();

    /** Keeps what a connection proved; returns when it is kept. */
    void note(Change change);

    void news(LinkNews news);
  }

  /**
   * One way.
   *
   * @param proves what is known once it has led to a connection
   */
  record Way(LinkSettings settings, Connected proves) {}

  private final LinkCredentials credentials;
  private final CsmsTarget target;
  private final String identity;
  private final int configuredProfile;
  private final Home home;

  // Guarded by this.
  private List<Connected> known = List.of();
  private Way current;
  private int turn;
  private int failures;
  private Trouble told = Trouble.OTHER;

  /**
   * None is tried so far.
   *
   * @param target as configured
   * @param configuredProfile its security profile
   */
  public LinkWays(
      LinkCredentials credentials,
      CsmsTarget target,
      String identity,
      int configuredProfile,
      Home home) {
    this.credentials = credentials;
    this.target = target;
    this.identity = identity;
    this.configuredProfile = configuredProfile;
    this.home = home;
  }

  @Override
  public synchronized LinkSettings next() {
    List<Way> ways = ways(home.state());
    List<Connected> these = ways.stream().map(Way::proves).toList();
    if (!these.equals(known)) {
      known = these;
      turn = 0;
      failures = 0;
    }
    current = ways.get(turn % ways.size());
    return current.settings();
  }

  @Override
  public void connected(LinkSettings way) {
    Connected proved;
    synchronized (this) {
      proved = current.proves();
      failures = 0;
      told = Trouble.OTHER;
    }
    ChargerState state = home.state();
    if (!proved.applyTo(state).equals(state)) {
      LOG.info(
          "{}: connected by network profile {} with security profile {}",
          identity,
          proved.slot(),
          proved.profile());
      home.note(proved);
    }
    stayWith(proved.slot());
  }

  /** The way that led to a connection is the first to try when that is lost. */
  private synchronized void stayWith(int slot) {
    known = ways(home.state()).stream().map(Way::proves).toList();
    turn = 0;
    while (turn < known.size() - 1 && known.get(turn).slot() != slot) {
      turn++;
    }
  }

  @Override
  public void failed(LinkSettings way, Trouble trouble, String reason) {
    boolean news;
    synchronized (this) {
      failures++;
      if (failures >= attempts(home.state())) {
        failures = 0;
        turn = known.isEmpty() ? 0 : (turn + 1) % known.size();
      }
      news = trouble != Trouble.OTHER && trouble != told;
      told = news ? trouble : told;
    }
    if (news) {
      home.news(new LinkNews.NotConnected(trouble, reason));
    }
  }

  /** Whether the next dial would go another way than the present connection. */
  public synchronized boolean leadElsewhere() {
    if (current == null) {
      return false;
    }
    Way first = ways(home.state()).getFirst();
    CsmsTarget next = first.settings().target();
    CsmsTarget present = current.settings().target();
    return first.proves().password() == Proved.NEXT
        || first.proves().certificate() == Proved.NEXT
        || first.proves().profile() != current.proves().profile()
        || !next.url().equals(present.url())
        || !next.times().equals(present.times());
  }

  private static int attempts(ChargerState state) {
    String set = state.station().model().own().get(ATTEMPTS);
    return set == null ? ATTEMPTS_DEFAULT : Math.max(1, Integer.parseInt(set));
  }

  private List<Way> ways(ChargerState state) {
    List<Way> ways = new ArrayList<>();
    for (Profile profile : profiles(state.access())) {
      ways.addAll(ways(profile, state.access()));
    }
    return ways;
  }

  /** Profiles of lower security than the best so far are not used again (A05.FR.06). */
  private List<Profile> profiles(Access access) {
    int least = Math.max(configuredProfile, access.network().profile());
    Profile configured = new Profile(0, Optional.empty(), least, 0);
    Optional<Integer> next = access.network().nextProfile().filter(p -> p > least);
    if (next.isPresent()) {
      return List.of(new Profile(0, Optional.empty(), next.get(), 0), configured);
    }
    List<Profile> inForce =
        access.network().order().stream().filter(p -> p.securityProfile() >= least).toList();
    return inForce.isEmpty() ? List.of(configured) : inForce;
  }

  private List<Way> ways(Profile profile, Access access) {
    List<LinkCredentials.Password> passwords = credentials.passwords(profile, access);
    List<LinkCredentials.Certificate> certificates = credentials.certificates(profile, access);
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < Math.max(passwords.size(), certificates.size()); i++) {
      ways.add(
          way(
              profile,
              passwords.get(Math.min(i, passwords.size() - 1)),
              certificates.get(Math.min(i, certificates.size() - 1)),
              access));
    }
    return ways;
  }

  private Way way(
      Profile profile,
      LinkCredentials.Password password,
      LinkCredentials.Certificate certificate,
      Access access) {
    URI url = profile.url().map(URI::create).orElseGet(() -> credentials.url(profile));
    CsmsTarget there = target.withUrl(url);
    if (profile.timeoutSeconds() > 0) {
      there = there.withTimes(target.times().answeredWithin(profile.timeoutSeconds()));
    }
    if ("wss".equalsIgnoreCase(url.getScheme())) {
      there = there.withTls(credentials.tls(certificate, access));
    }
    LinkSettings settings = LinkSettings.of(there, identity);
    return new Way(
        password.auth().map(settings::withAuth).orElse(settings),
        new Connected(
            profile.slot(), profile.securityProfile(), password.proved(), certificate.proved()));
  }

  /** What the CSMS showed on the present connection. */
  synchronized List<X509Certificate> csmsChain() {
    return current == null
        ? List.of()
        : current
            .settings()
            .target()
            .tls()
            .map(ClientTls::trust)
            .map(trust -> trust.chain())
            .orElse(List.of());
  }
}
