package org.ocppbridge.adapter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.ocppbridge.adapter.config.TlsConfig;

/** Makes TLS contexts from PEM text. */
final class Tls {
  private static final char[] NO_PASSWORD = new char[0];
  private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");

  private Tls() {}

  /**
   * A context for the client's side.
   *
   * @throws IllegalArgumentException if a certificate or key cannot be read
   */
  static SSLContext client(TlsConfig config) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(config), trust(config), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("tls: " + e.getMessage(), e);
    }
  }

  private static TrustManager[] trust(TlsConfig config)
      throws GeneralSecurityException, IOException {
    if (config.trust().isEmpty()) {
      return null; // those the Java runtime trusts
    }
    KeyStore store = empty();
    int number = 0;
    for (Certificate certificate : certificates(config.trust().get())) {
      store.setCertificateEntry("trusted-" + number++, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(TlsConfig config) throws GeneralSecurityException, IOException {
    if (config.certificate().isEmpty() || config.key().isEmpty()) {
      return null;
    }
    KeyStore store = empty();
    store.setKeyEntry(
        "own",
        privateKey(config.key().get().reveal()),
        NO_PASSWORD,
        certificates(config.certificate().get()).toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (java.security.spec.InvalidKeySpecException e) {
        continue; // a key of another kind
      }
    }
    throw new GeneralSecurityException(
        "the key is no PKCS#8 key (BEGIN PRIVATE KEY) of " + String.join(", ", KEY_KINDS));
  }
}
