package org.ocppbridge.adapter.secure;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;

/** Trusts the certificates of one server and no other, whoever issued them and for what name. */
public final class OneServer extends X509ExtendedTrustManager {

  private static final List<String> KEY_TYPES = List.of("EC", "RSA", "RSASSA-PSS", "EdDSA");

  private final Set<X509Certificate> own;

  private OneServer(Set<X509Certificate> own) {
    this.own = own;
  }

  /**
   * A client's side for the server that shows these.
   *
   * @throws GeneralSecurityException if Java cannot
   */
  public static SSLContext context(KeyManager[] shown) throws GeneralSecurityException {
    Set<X509Certificate> own =
        Arrays.stream(shown)
            .filter(X509KeyManager.class::isInstance)
            .map(X509KeyManager.class::cast)
            .flatMap(OneServer::certificates)
            .collect(Collectors.toUnmodifiableSet());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[0], new TrustManager[] {new OneServer(own)}, null);
    return context;
  }

  private static Stream<X509Certificate> certificates(X509KeyManager keys) {
    return KEY_TYPES.stream()
        .map(type -> Optional.ofNullable(keys.getServerAliases(type, null)))
        .flatMap(aliases -> aliases.stream().flatMap(Arrays::stream))
        .map(alias -> keys.getCertificateChain(alias)[0]);
  }

  private void check(X509Certificate[] shown) throws CertificateException {
    if (shown.length == 0 || !own.contains(shown[0])) {
      throw new CertificateException("this is not the certificate of the settings");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
    check(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    check(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    check(shown);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
