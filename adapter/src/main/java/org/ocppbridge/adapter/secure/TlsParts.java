package org.ocppbridge.adapter.secure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** What both sides of TLS are made of. */
public final class TlsParts {

  private static final char[] NO_PASSWORD = new char[0];

  private TlsParts() {}

  /**
   * The server's side.
   *
   * @param keys what to show
   * @param clients roots of the certificates of clients; empty: none is taken
   * @throws GeneralSecurityException if they cannot be used
   */
  public static SSLContext server(KeyManager[] keys, List<X509Certificate> clients)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, clients.isEmpty() ? new TrustManager[0] : trust(trusting(clients)), null);
    return context;
  }

  /** To show a certificate; none if there is none. */
  public static KeyManager[] keys(Optional<ClientTls.Identity> identity)
      throws GeneralSecurityException, IOException {
    if (identity.isEmpty()) {
      return new KeyManager[0];
    }
    KeyStore store = blank();
    store.setKeyEntry(
        "own",
        identity.get().key(),
        NO_PASSWORD,
        identity.get().chain().toArray(X509Certificate[]::new));
    return managers(store, NO_PASSWORD);
  }

  /**
   * To show the certificate of a PKCS #12 file.
   *
   * @throws IllegalArgumentException if it holds no private key
   * @throws IOException if it cannot be read, or the password is wrong
   */
  public static KeyManager[] keys(byte[] pkcs12, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pkcs12), password);
    if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
      throw new IllegalArgumentException("the keystore holds no private key");
    }
    return managers(store, password);
  }

  /** A store of roots. */
  static KeyStore trusting(List<X509Certificate> roots)
      throws GeneralSecurityException, IOException {
    KeyStore store = blank();
    int number = 0;
    for (X509Certificate root : roots) {
      store.setCertificateEntry("ca-" + number++, root);
    }
    return store;
  }

  /** Whom to trust; null: whom Java trusts. */
  static TrustManager[] trust(KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return factory.getTrustManagers();
  }

  private static KeyManager[] managers(KeyStore store, char[] password)
      throws GeneralSecurityException {
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

  private static KeyStore blank() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
