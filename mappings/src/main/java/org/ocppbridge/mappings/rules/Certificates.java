package org.ocppbridge.mappings.rules;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What the rules ask of X.509 certificates. Pure: no store, no clock. */
public final class Certificates {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  /**
   * What names a certificate (2.0.1 CertificateHashDataType; white paper §4.1), in lower-case
   * hexadecimal digits, the number without leading zeros.
   */
  public record Hashes(
      String hashAlgorithm, String issuerNameHash, String issuerKeyHash, String serialNumber) {

    /** Whether another one says the same; letter case and leading zeros do not matter. */
    public boolean same(Hashes other) {
      return hashAlgorithm.equals(other.hashAlgorithm)
          && issuerNameHash.equalsIgnoreCase(other.issuerNameHash)
          && issuerKeyHash.equalsIgnoreCase(other.issuerKeyHash)
          && number(serialNumber).equals(number(other.serialNumber));
    }

    private static String number(String text) {
      return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
  }

  private Certificates() {}

  /**
   * The certificates of a PEM text, in its order.
   *
   * @return empty if there is none, or one of them cannot be read
   */
  public static List<X509Certificate> parse(String pem) {
    int begin = pem.indexOf(BEGIN);
    if (begin < 0) {
      return List.of();
    }
    byte[] bytes = pem.substring(begin).getBytes(StandardCharsets.US_ASCII);
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      return List.of();
    }
  }

  /** Whether it is valid at this time. */
  public static boolean valid(X509Certificate certificate, Instant now) {
    try {
      certificate.checkValidity(Date.from(now));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /** Whether it may sign others (RFC 5280 §4.2.1.9). */
  public static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0 || certificate.getVersion() < 3;
  }

  /** Whether one signed the other. */
  public static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether it is its own issuer. */
  public static boolean selfSigned(X509Certificate certificate) {
    return signed(certificate, certificate);
  }

  /**
   * Whether a chain holds: each certificate signed by the next, all valid now, all but the first
   * authorities, and the last one, or what signed it, among the trusted.
   *
   * @param chain the end's own certificate first, at least one
   * @param trusted may be empty: then it is enough that the chain holds together
   */
  public static boolean holds(
      List<X509Certificate> chain, List<X509Certificate> trusted, Instant now) {
    for (int i = 0; i < chain.size(); i++) {
      boolean linked = i + 1 == chain.size() || signed(chain.get(i + 1), chain.get(i));
      if (!linked || !valid(chain.get(i), now) || i > 0 && !isAuthority(chain.get(i))) {
        return false;
      }
    }
    return trusted.isEmpty() || trusted.stream().anyMatch(root -> anchors(root, chain));
  }

  /** Whether a chain ends at a root. */
  public static boolean anchors(X509Certificate root, List<X509Certificate> chain) {
    return !chain.isEmpty() && (chain.contains(root) || signed(root, chain.getLast()));
  }

  /** The SHA-256 fingerprint of the whole certificate, in hexadecimal digits. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return digest("SHA256", certificate.getEncoded());
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
  }

  /**
   * Its hashes (RFC 6960 §4.1.1).
   *
   * @param issuer holds the key that signed it
   * @param algorithm SHA256, SHA384 or SHA512
   */
  public static Hashes hashes(
      X509Certificate certificate, X509Certificate issuer, String algorithm) {
    byte[] key =
        SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getBytes();
    BigInteger number = certificate.getSerialNumber();
    return new Hashes(
        algorithm,
        digest(algorithm, certificate.getIssuerX500Principal().getEncoded()),
        digest(algorithm, key),
        number.toString(16));
  }

  /** What signed it, among others; itself if it is self-signed. */
  public static Optional<X509Certificate> issuer(
      X509Certificate certificate, List<X509Certificate> others) {
    return selfSigned(certificate)
        ? Optional.of(certificate)
        : others.stream().filter(other -> signed(other, certificate)).findFirst();
  }

  /** PEM. */
  public static String pem(X509Certificate certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return BEGIN + "\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      String name = algorithm.replace("SHA", "SHA-");
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
