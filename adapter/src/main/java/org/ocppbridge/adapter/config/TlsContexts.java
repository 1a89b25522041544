package org.ocppbridge.adapter.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS contexts of PEM texts. */
public final class TlsContexts {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final char[] NO_PASSWORD = new char[0];

  private TlsContexts() {}

  /**
   * The client's side.
   *
   * @param tls where it says nothing, Java's own authorities are trusted and no certificate is
   *     shown
   * @throws IllegalArgumentException if a text cannot be read, or the key is not that of the
   *     certificate
   */
  public static SSLContext client(TlsConfig tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls.trust()), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "certificate, key or trust cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The server's side.
   *
   * @param tls where it trusts nobody, clients cannot show certificates
   * @throws IllegalArgumentException if a text or file cannot be read, or the key is not that of
   *     the certificate
   */
  public static SSLContext server(ServerTls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust = tls.asksClients() ? trust(tls.own().trust()) : new TrustManager[0];
      context.init(tls.keystore().isPresent() ? keystore(tls) : keys(tls.own()), trust, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "certificate, key or keystore cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keystore(ServerTls tls) throws GeneralSecurityException, IOException {
    byte[] file = Base64.getMimeDecoder().decode(tls.keystore().map(Secret::reveal).orElse(""));
    char[] password = tls.password().map(Secret::reveal).orElse("").toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), password);
    if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
      throw new IllegalArgumentException("the keystore holds no private key");
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("the keystore is loaded", e);
    }
  }

  private static TrustManager[] trust(Optional<String> pem)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore store = null;
    if (pem.isPresent()) {
      store = emptyStore();
      int number = 0;
      for (Certificate certificate : certificates(pem.get())) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
    }
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(TlsConfig tls) throws GeneralSecurityException, IOException {
    if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
      return new KeyManager[0];
    }
    List<? extends Certificate> chain = certificates(tls.certificate().get());
    PrivateKey key = privateKey(tls.key().get().reveal());
    if (!key.getAlgorithm().equals(chain.getFirst().getPublicKey().getAlgorithm())) {
      throw new IllegalArgumentException("the key is not that of the first certificate");
    }
    KeyStore store = emptyStore();
    store.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static List<? extends Certificate> certificates(String pem)
      throws GeneralSecurityException {
    int begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
    byte[] bytes = pem.substring(Math.max(0, begin)).getBytes(StandardCharsets.US_ASCII);
    return List.copyOf(
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes)));
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    Matcher matcher = KEY.matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "the key must be unencrypted PKCS #8 (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes it");
    }
    PKCS8EncodedKeySpec encoded =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // Of another algorithm: the next one is tried.
      }
    }
    throw new IllegalArgumentException("the key is none of " + String.join(", ", KEY_ALGORITHMS));
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
