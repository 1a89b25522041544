package org.ocppbridge.mappings.rules;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Signing;
import org.ocppbridge.mappings.Access.Use;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.model.BootNotification;

/**
 * How a client certificate comes about (2.0.1 A02, A03; white paper A02, A03): wanted, key pair
 * made by the adapter, asked for with SignCertificate, again with growing waits, signed by the
 * CSMS, proved by a connection, wanted anew before it ends.
 */
public final class CertificateSigning {

  /** Reason of the wake-up that asks again. */
  public static final String AGAIN = "signing";

  /** Reason of the wake-up that asks for the next certificate. */
  public static final String RENEW = "certificate";

  /** How long before its end a certificate is renewed, unless its whole life is shorter. */
  static final Duration BEFORE_END = Duration.ofDays(30);

  private static final Duration TRY_AGAIN = Duration.ofDays(1);
  private static final int NAME_MAX = 64; // X.520 ub-common-name, ub-organization-name
  private static final int DOUBLINGS_MAX = 16;

  private CertificateSigning() {}

  /** What became of a certificate that came. */
  public sealed interface Verdict {
    /** It will be used. */
    record Accepted(List<Change> changes) implements Verdict {}

    /** It will not. */
    record Rejected(String why) implements Verdict {}
  }

  /**
   * Wants a certificate.
   *
   * @return empty if it is not known for whom: the operator's name is missing
   */
  public static Optional<Change> want(ChargerView view) {
    String organization =
        LinkKeys.read(List.of("CpoName"), view).stream()
            .map(key -> key.value() == null ? "" : key.value().strip())
            .findFirst()
            .orElse("");
    return organization.isEmpty()
        ? Optional.empty()
        : Optional.of(new AccessChange.CertificateWanted(cut(name(view)), cut(organization)));
  }

  /** The serial number is what makes the name unique (A00.FR.404, A00.FR.511). */
  private static String name(ChargerView view) {
    Optional<BootNotification.Request> boot = view.state().boot();
    return Stream.concat(
            boot.map(BootNotification.Request::chargePointSerialNumber).stream(),
            boot.map(BootNotification.Request::chargeBoxSerialNumber).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(view.state().id().value());
  }

  private static String cut(String text) {
    int length = Math.min(NAME_MAX, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  /** The certificate is asked for now: counts it, and when to ask again (A02.FR.17, FR.18). */
  public static List<Change> asked(Duration waitMinimum, ChargerView view) {
    int attempts = view.state().access().signing().map(Signing::attempts).orElse(0);
    Duration wait = waitMinimum.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
    return List.of(
        new AccessChange.CertificateAskedFor(), new Change.WakeUp(AGAIN, view.now().plus(wait)));
  }

  /** The CSMS will not sign it, or never answered. A certificate that ends is asked for again. */
  public static List<Change> givenUp(ChargerView view) {
    Change over = new AccessChange.CertificateGivenUp();
    Change quiet = new Change.WakeUpOver(AGAIN);
    return view.state().access().certificate().isEmpty()
        ? List.of(over, quiet)
        : List.of(over, quiet, new Change.WakeUp(RENEW, view.now().plus(TRY_AGAIN)));
  }

  /** Judges a certificate that came (A02.FR.04 to FR.08). */
  public static Verdict signed(String pem, ChargerView view) {
    Optional<Access.KeyPair> request = view.state().access().signing().flatMap(Signing::request);
    if (request.isEmpty()) {
      return new Verdict.Rejected("no certificate was asked for");
    }
    List<X509Certificate> chain = Certificates.parse(pem);
    if (chain.isEmpty()) {
      return new Verdict.Rejected("it is no certificate in PEM form");
    }
    X509Certificate own = chain.getFirst();
    String key = Base64.getEncoder().encodeToString(own.getPublicKey().getEncoded());
    if (!key.equals(request.get().publicKey())) {
      return new Verdict.Rejected("it is not for the key of the last request");
    }
    if (!Certificates.valid(own, view.now())) {
      return new Verdict.Rejected("it is not valid now");
    }
    if (!Certificates.holds(chain, TrustStore.trusted(Use.CSMS, view), view.now())) {
      return new Verdict.Rejected("its chain does not hold, or ends at no trusted root");
    }
    return new Verdict.Accepted(
        List.of(
            new AccessChange.CertificateSigned(pem),
            new Change.WakeUpOver(AGAIN),
            new Change.WakeUp(RENEW, renewal(own, view.now()))));
  }

  /** A third of a short life before its end. */
  private static Instant renewal(X509Certificate certificate, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    Duration third = Duration.between(certificate.getNotBefore().toInstant(), end).dividedBy(3);
    Instant at = end.minus(third.compareTo(BEFORE_END) < 0 ? third : BEFORE_END);
    return at.isAfter(now) ? at : now.plus(TRY_AGAIN);
  }
}
