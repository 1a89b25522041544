package org.ocppbridge.mappings.play;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.rules.Certificates;

/** A certificate authority for tests. */
public final class Authority {

  private static final AtomicLong SERIAL = new AtomicLong(0xABC);
  private static final Duration LIFE = Duration.ofDays(90);

  private final KeyPair keys = ecKeys();
  private final X500Name name;
  private final X509Certificate certificate;

  /** A root. */
  public Authority(String commonName) {
    this.name = new X500Name("O=Test,CN=" + commonName);
    this.certificate = make(name, name, keys.getPublic(), keys, true, Play.START, LIFE);
  }

  /** An authority below another one. */
  public Authority(String commonName, Authority above) {
    this.name = new X500Name("O=Test,CN=" + commonName);
    this.certificate = make(above.name, name, keys.getPublic(), above.keys, true, Play.START, LIFE);
  }

  private static KeyPair ecKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A key pair as the bridge makes it; nobody can read its private half. */
  public static Access.KeyPair keyPair() {
    byte[] publicKey = ecKeys().getPublic().getEncoded();
    return new Access.KeyPair(
        "-----BEGIN CERTIFICATE REQUEST-----",
        Base64.getEncoder().encodeToString(publicKey),
        "sealed:key");
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** Its certificate. */
  public String pem() {
    return Certificates.pem(certificate);
  }

  /** What names a root's certificate, as 2.0.1 and 1.6 write it. */
  public String hashes() {
    return Json.tree(Certificates.hashes(certificate, certificate, "SHA256")).toString();
  }

  /** A certificate for a public key, in Base64, that is valid now. */
  public String sign(String publicKey) {
    return sign(publicKey, Play.START, LIFE);
  }

  /** The same for another time. */
  public String sign(String publicKey, Instant from, Duration life) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
      X500Name station = new X500Name("O=Operator,CN=CP-1");
      return Certificates.pem(make(name, station, key, keys, false, from, life));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate make(
      X500Name issuer,
      X500Name subject,
      PublicKey key,
      KeyPair issuerKeys,
      boolean authority,
      Instant from,
      Duration life) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(from.minusSeconds(60)),
              Date.from(from.plus(life)),
              subject,
              key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }
}
