package org.ocppbridge.adapter.secure;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.ocppbridge.mappings.rules.Certificates;

/** A certificate authority for tests, and what it certifies. */
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong(1);
  private static final char[] NO_PASSWORD = new char[0];
  private static final Duration LIFE = Duration.ofDays(2);

  private final X500Name name;
  private final KeyPair keys = ecKeys();
  private final X509Certificate certificate;

  /** A self-signed one. */
  public TestAuthority(String commonName) {
    this.name = new X500Name("O=Test,CN=" + commonName);
    this.certificate = make(name, keys.getPublic(), List.of(), true, Instant.now().plus(LIFE));
  }

  /** Its own certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  public String pem() {
    return Certificates.pem(certificate);
  }

  /**
   * A server's side of TLS with a certificate for this name; it trusts clients that this authority
   * certified.
   *
   * @param host a name or an IPv4 address
   */
  public SSLContext server(String host) {
    return server(host, Instant.now().plus(LIFE));
  }

  /** The same with a certificate that ends at this time. */
  public SSLContext server(String host, Instant end) {
    KeyPair own = ecKeys();
    boolean address = host.matches("[0-9.]+");
    GeneralName alternative =
        new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    X509Certificate made =
        make(new X500Name("CN=csms"), own.getPublic(), List.of(alternative), false, end);
    try {
      KeyStore shown = empty();
      shown.setKeyEntry(
          "own", own.getPrivate(), NO_PASSWORD, new X509Certificate[] {made, certificate});
      KeyManagerFactory shows =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shows.init(shown, NO_PASSWORD);
      KeyStore trusted = empty();
      trusted.setCertificateEntry("ca", certificate);
      TrustManagerFactory trusts =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusts.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shows.getKeyManagers(), trusts.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A client's certificate and key, as PEM. */
  public record Client(String certificate, String key) {}

  /** Certifies a client of this name. */
  public Client client(String commonName) {
    KeyPair own = ecKeys();
    X509Certificate made =
        make(
            new X500Name("O=Operator,CN=" + commonName),
            own.getPublic(),
            List.of(),
            false,
            Instant.now().plus(LIFE));
    String key =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(own.getPrivate().getEncoded());
    return new Client(
        Certificates.pem(made),
        "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
  }

  /** Signs a request whose own signature is right; PEM. */
  public String sign(String csr) {
    try (PEMParser parser = new PEMParser(new StringReader(csr))) {
      JcaPKCS10CertificationRequest request =
          new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject());
      PublicKey key = request.getPublicKey();
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new AssertionError("the request is not signed with its own key");
      }
      return Certificates.pem(
          make(request.getSubject(), key, List.of(), false, Instant.now().plus(LIFE)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
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

  private X509Certificate make(
      X500Name subject,
      PublicKey key,
      List<GeneralName> alternatives,
      boolean authority,
      Instant end) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(Instant.now().minus(LIFE)),
              Date.from(end),
              subject,
              key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!alternatives.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(alternatives.toArray(GeneralName[]::new)));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }
}
