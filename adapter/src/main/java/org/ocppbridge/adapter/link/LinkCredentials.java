package org.ocppbridge.adapter.link;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.config.Password.Encoding;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.csms.BasicAuth;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.adapter.secure.KeyPairs;
import org.ocppbridge.adapter.secure.Vault;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Identity;
import org.ocppbridge.mappings.Access.Profile;
import org.ocppbridge.mappings.Access.Use;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.rules.Certificates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one charger can sign in to its CSMS with: what the CSMS set, opened from its seal, and what
 * is configured.
 */
public final class LinkCredentials {
  private static final Logger LOG = LoggerFactory.getLogger(LinkCredentials.class);
  private static final int TLS_FROM = 2;
  private static final int CLIENT_CERTIFICATE = 3;

  /** A password, or none. */
  record Password(Proved proved, Optional<BasicAuth> auth) {}

  /** A client certificate, or none. */
  record Certificate(Proved proved, Optional<ClientTls.Identity> identity) {}

  private record TlsFor(
      List<Access.Root> roots, Optional<ClientTls.Identity> identity, ClientTls tls) {}

  private final Route route;
  private final Vault vault;
  private final SharedTls shared;
  private final List<X509Certificate> configuredRoots;
  private final Optional<ClientTls.Identity> configuredIdentity;
  private TlsFor last; // guarded by this

  /**
   * The credentials of one charger.
   *
   * @param vault hides what is secret in the state
   * @param shared TLS of those that show no certificate
   */
  public LinkCredentials(Route route, Vault vault, SharedTls shared) {
    this.route = route;
    this.vault = vault;
    this.shared = shared;
    this.configuredRoots = TlsContexts.roots(route.target().tls());
    this.configuredIdentity =
        TlsContexts.identity(route.settings().certificate().orElse(route.target().tls()));
  }

  /** What a secret of this charger is sealed as. */
  private String owner() {
    return route.settings().id().value();
  }

  Optional<String> seal(String secret) {
    return route.settings().user().indexOf(':') >= 0
        ? Optional.empty()
        : Optional.of(vault.seal(owner(), secret));
  }

  List<X509Certificate> configuredRoots() {
    return configuredRoots;
  }

  boolean hasCertificate() {
    return configuredIdentity.isPresent();
  }

  boolean hasPassword() {
    return route.settings().credentials().isPresent();
  }

  /** 1.6 gives passwords in hexadecimal digits, unless a configured one is said to be text. */
  boolean hexadecimal() {
    return route.target().protocol() == Target.OCPP16
        && route
            .settings()
            .credentials()
            .map(found -> found.password().encoding() == Encoding.HEX)
            .orElse(true);
  }

  /** Whether the configured CSMS can be reached with this security profile. */
  boolean reaches(int securityProfile) {
    return securityProfile < TLS_FROM || secureUrl().isPresent();
  }

  /** Where the configured CSMS is reached with a profile's security. */
  URI url(Profile profile) {
    URI configured = route.target().url();
    return profile.securityProfile() < TLS_FROM ? configured : secureUrl().orElse(configured);
  }

  private Optional<URI> secureUrl() {
    URI configured = route.target().url();
    if ("wss".equalsIgnoreCase(configured.getScheme())) {
      return Optional.of(configured);
    }
    Optional<URI> inferred =
        configured.getPort() < 0
            ? Optional.of(URI.create("wss" + configured.toString().substring("ws".length())))
            : Optional.empty();
    return route.target().security().url().or(() -> inferred);
  }

  /** The passwords to try with a profile, at least one entry. */
  List<Password> passwords(Profile profile, Access access) {
    boolean configured = profile.url().isEmpty() && hasPassword();
    boolean wanted =
        profile.securityProfile() > 0 && profile.securityProfile() < CLIENT_CERTIFICATE;
    if (!wanted && !configured) {
      return List.of(new Password(Proved.NONE, Optional.empty()));
    }
    List<Password> all = new ArrayList<>();
    access.nextPassword().flatMap(this::auth).ifPresent(a -> all.add(password(Proved.NEXT, a)));
    access.password().flatMap(this::auth).ifPresent(a -> all.add(password(Proved.KEPT, a)));
    Optional<ChargerSettings.Credentials> own = route.settings().credentials();
    own.map(found -> BasicAuth.bytes(found.user(), found.password().bytes()))
        .ifPresent(a -> all.add(password(Proved.CONFIGURED, a)));
    return all.isEmpty() ? List.of(new Password(Proved.NONE, Optional.empty())) : all;
  }

  private static Password password(Proved proved, BasicAuth auth) {
    return new Password(proved, Optional.of(auth));
  }

  private Optional<BasicAuth> auth(String sealed) {
    String user = route.settings().user();
    return opened(sealed, "password")
        .map(
            text ->
                hexadecimal()
                    ? BasicAuth.bytes(user, HexFormat.of().parseHex(text))
                    : BasicAuth.text(user, text));
  }

  private Optional<String> opened(String sealed, String what) {
    Optional<String> opened = vault.open(owner(), sealed);
    if (opened.isEmpty()) {
      LOG.error(
          "charger {}: its {} cannot be opened: secrets.key is not what it was sealed with",
          owner(),
          what);
    }
    return opened;
  }

  /** The client certificates to try with a profile, at least one entry. */
  List<Certificate> certificates(Profile profile, Access access) {
    if (profile.securityProfile() < CLIENT_CERTIFICATE) {
      return List.of(new Certificate(Proved.NONE, Optional.empty()));
    }
    List<Certificate> all = new ArrayList<>();
    access.nextCertificate().flatMap(this::identity).ifPresent(i -> all.add(own(Proved.NEXT, i)));
    access.certificate().flatMap(this::identity).ifPresent(i -> all.add(own(Proved.KEPT, i)));
    configuredIdentity.ifPresent(i -> all.add(own(Proved.CONFIGURED, i)));
    return all.isEmpty() ? List.of(new Certificate(Proved.NONE, Optional.empty())) : all;
  }

  private static Certificate own(Proved proved, ClientTls.Identity identity) {
    return new Certificate(proved, Optional.of(identity));
  }

  private Optional<ClientTls.Identity> identity(Identity kept) {
    List<X509Certificate> chain = Certificates.parse(kept.chain());
    return chain.isEmpty()
        ? Optional.empty()
        : opened(kept.key(), "private key")
            .map(key -> new ClientTls.Identity(chain, KeyPairs.read(key)));
  }

  /** TLS with what is trusted now; made anew only if that, or the certificate, has changed. */
  synchronized ClientTls tls(Certificate certificate, Access access) {
    List<Access.Root> roots =
        access.roots().values().stream().filter(root -> root.use() == Use.CSMS).toList();
    if (roots.isEmpty() && certificate.proved() == Proved.NONE) {
      return shared.of(route.target().tls().trust());
    }
    if (last == null
        || !last.roots().equals(roots)
        || !last.identity().equals(certificate.identity())) {
      List<X509Certificate> installed =
          roots.stream().flatMap(root -> Certificates.parse(root.pem()).stream()).toList();
      last =
          new TlsFor(
              roots,
              certificate.identity(),
              ClientTls.of(configuredRoots, installed, certificate.identity()));
    }
    return last.tls();
  }

  /** For the upload of a log: what is trusted, and no certificate. */
  ClientTls uploadTls(Access access) {
    List<X509Certificate> installed =
        access.roots().values().stream()
            .filter(root -> root.use() == Use.CSMS)
            .flatMap(root -> Certificates.parse(root.pem()).stream())
            .toList();
    return installed.isEmpty()
        ? shared.of(route.target().tls().trust())
        : ClientTls.of(configuredRoots, installed, Optional.empty());
  }
}
