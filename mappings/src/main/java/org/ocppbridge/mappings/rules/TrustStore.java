package org.ocppbridge.mappings.rules;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Root;
import org.ocppbridge.mappings.Access.Use;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.rules.Certificates.Hashes;

/**
 * The certificates that one charger's connection trusts: those of the settings and those the CSMS
 * installed (2.0.1 M03 to M05; white paper M).
 */
public final class TrustStore {

  /** From this security profile on the CSMS shows a certificate (A00). */
  private static final int TLS_FROM = 2;

  private TrustStore() {}

  /** An installed certificate and what names it. */
  public record Listed(Use use, Hashes hashes) {}

  /** What became of a certificate that was to be installed. */
  public sealed interface Installing {
    /** It is installed. */
    record Accepted(Change change) implements Installing {}

    /** It is not. */
    record Rejected(boolean full, String why) implements Installing {}
  }

  /** What became of a certificate that was to be deleted. */
  public sealed interface Deleting {
    /** It is gone. */
    record Accepted(Change change) implements Deleting {}

    /** It stays. */
    record Failed(String why) implements Deleting {}

    /** There is none. */
    record NotFound() implements Deleting {}
  }

  /** A certificate in the store. */
  private record Entry(Use use, X509Certificate certificate, Optional<String> fingerprint) {}

  /** All certificates that are trusted for this use; none: those that Java trusts. */
  public static List<X509Certificate> trusted(Use use, ChargerView view) {
    return entries(view).filter(e -> e.use() == use).map(Entry::certificate).toList();
  }

  /** How many certificates there are. */
  public static int size(ChargerView view) {
    return (int) entries(view).count();
  }

  private static Stream<Entry> entries(ChargerView view) {
    Map<String, Root> roots = view.state().access().roots();
    Stream<Entry> configured =
        view.uplink().security().configuredRoots().stream()
            .map(certificate -> new Entry(Use.CSMS, certificate, Optional.empty()));
    Stream<Entry> installed =
        roots.entrySet().stream()
            .flatMap(
                e ->
                    Certificates.parse(e.getValue().pem()).stream()
                        .map(c -> new Entry(e.getValue().use(), c, Optional.of(e.getKey()))));
    return Stream.concat(configured, installed);
  }

  /** Installs one certificate; one that is there already stays, perhaps for another use. */
  public static Installing install(Use use, String pem, ChargerView view) {
    List<X509Certificate> given = Certificates.parse(pem);
    if (given.size() != 1) {
      return rejected("it is not one certificate in PEM form");
    }
    X509Certificate certificate = given.getFirst();
    if (!Certificates.valid(certificate, view.now())) {
      return rejected("it is not valid now");
    }
    if (!Certificates.isAuthority(certificate)) {
      return rejected("it is not that of an authority");
    }
    List<X509Certificate> others = entries(view).map(Entry::certificate).toList();
    if (Certificates.issuer(certificate, others).isEmpty()) {
      return rejected("it is not self-signed, and its issuer is not installed");
    }
    Map<String, Root> roots = view.state().access().roots();
    String fingerprint = Certificates.fingerprint(certificate);
    return roots.size() >= Access.ROOTS_MAX && !roots.containsKey(fingerprint)
        ? new Installing.Rejected(true, Access.ROOTS_MAX + " certificates are installed already")
        : new Installing.Accepted(
            new AccessChange.Installed(fingerprint, new Root(use, Certificates.pem(certificate))));
  }

  private static Installing rejected(String why) {
    return new Installing.Rejected(false, why);
  }

  /** The certificates for these uses, with SHA-256 hashes. */
  public static List<Listed> list(Set<Use> uses, ChargerView view) {
    List<X509Certificate> all = entries(view).map(Entry::certificate).toList();
    List<Listed> listed = new ArrayList<>();
    entries(view)
        .filter(e -> uses.contains(e.use()))
        .forEach(
            e ->
                hashes(e.certificate(), all, "SHA256")
                    .ifPresent(hashes -> listed.add(new Listed(e.use(), hashes))));
    return listed;
  }

  private static Optional<Hashes> hashes(
      X509Certificate certificate, List<X509Certificate> all, String algorithm) {
    return Certificates.issuer(certificate, all)
        .map(issuer -> Certificates.hashes(certificate, issuer, algorithm));
  }

  /**
   * Deletes the certificate with these hashes, but not what the connection stands on (M04.FR.06,
   * note to M04.FR.03) and not what is a setting.
   */
  public static Deleting delete(Hashes wanted, ChargerView view) {
    List<X509Certificate> all = entries(view).map(Entry::certificate).toList();
    List<Entry> found =
        entries(view)
            .filter(
                e ->
                    hashes(e.certificate(), all, wanted.hashAlgorithm())
                        .filter(wanted::same)
                        .isPresent())
            .toList();
    if (found.isEmpty()) {
      return own(wanted, all, view)
          ? new Deleting.Failed("it is the certificate of the charging station")
          : new Deleting.NotFound();
    }
    Optional<Entry> installed = found.stream().filter(e -> e.fingerprint().isPresent()).findFirst();
    if (installed.isEmpty()) {
      return new Deleting.Failed("it is part of the bridge's configuration");
    }
    return inUse(installed.get(), view)
        ? new Deleting.Failed("the connection to the CSMS stands on it")
        : new Deleting.Accepted(
            new AccessChange.Deleted(installed.get().fingerprint().orElseThrow()));
  }

  private static boolean own(Hashes wanted, List<X509Certificate> all, ChargerView view) {
    Access access = view.state().access();
    return Stream.of(access.certificate(), access.nextCertificate())
        .flatMap(Optional::stream)
        .anyMatch(identity -> isFirst(wanted, Certificates.parse(identity.chain()), all));
  }

  /** The issuer of a client certificate stands in its chain, or in the store. */
  private static boolean isFirst(
      Hashes wanted, List<X509Certificate> chain, List<X509Certificate> all) {
    List<X509Certificate> issuers = Stream.concat(chain.stream(), all.stream()).toList();
    return !chain.isEmpty()
        && hashes(chain.getFirst(), issuers, wanted.hashAlgorithm())
            .filter(wanted::same)
            .isPresent();
  }

  /** It anchors the certificate that the CSMS showed, and nothing else does. */
  private static boolean inUse(Entry entry, ChargerView view) {
    if (entry.use() != Use.CSMS || view.securityProfile() < TLS_FROM) {
      return false;
    }
    List<X509Certificate> others =
        entries(view)
            .filter(e -> e.use() == Use.CSMS && !e.equals(entry))
            .map(Entry::certificate)
            .toList();
    List<X509Certificate> chain = view.uplink().security().csmsChain();
    return chain.isEmpty()
        ? others.isEmpty()
        : Certificates.anchors(entry.certificate(), chain)
            && others.stream().noneMatch(other -> Certificates.anchors(other, chain));
  }
}
