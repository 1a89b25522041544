package org.ocppbridge.adapter.config;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.adapter.secure.KeyPairs;
import org.ocppbridge.adapter.secure.OneServer;
import org.ocppbridge.adapter.secure.TlsParts;
import org.ocppbridge.mappings.rules.Certificates;

/** Makes certificates, keys and TLS contexts of the PEM texts in the settings. */
public final class TlsContexts {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

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
    return ClientTls.of(roots(tls), List.of(), identity(tls)).context();
  }

  /**
   * Whom to trust; empty: whom Java trusts.
   *
   * @throws IllegalArgumentException if the text cannot be read
   */
  public static List<X509Certificate> roots(TlsConfig tls) {
    return tls.trust().map(TlsContexts::certificates).orElse(List.of());
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
      return TlsParts.server(shown(tls), tls.asksClients() ? roots(tls.own()) : List.of());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "certificate, key or keystore cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The side of a client that talks to a server with these very settings: it takes the certificate
   * they show and no other, for whatever name that is.
   *
   * @throws IllegalArgumentException as {@link #server}
   */
  public static SSLContext toServer(ServerTls tls) {
    try {
      return OneServer.context(shown(tls));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("certificate cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] shown(ServerTls tls) throws GeneralSecurityException, IOException {
    return tls.keystore().isPresent() ? keystore(tls) : TlsParts.keys(identity(tls.own()));
  }

  private static KeyManager[] keystore(ServerTls tls) throws GeneralSecurityException, IOException {
    byte[] file = Base64.getMimeDecoder().decode(tls.keystore().map(Secret::reveal).orElse(""));
    return TlsParts.keys(file, tls.password().map(Secret::reveal).orElse("").toCharArray());
  }

  /**
   * Our own certificate.
   *
   * @throws IllegalArgumentException if a text cannot be read, or the key is not that of the
   *     certificate
   */
  public static Optional<ClientTls.Identity> identity(TlsConfig tls) {
    if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
      return Optional.empty();
    }
    List<X509Certificate> chain = certificates(tls.certificate().get());
    Matcher matcher = KEY.matcher(tls.key().get().reveal());
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "the key must be unencrypted PKCS #8 (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt"
              + " makes it");
    }
    ClientTls.Identity identity = new ClientTls.Identity(chain, KeyPairs.read(matcher.group(1)));
    if (!identity.fits()) {
      throw new IllegalArgumentException("the key is not that of the first certificate");
    }
    return Optional.of(identity);
  }

  private static List<X509Certificate> certificates(String pem) {
    List<X509Certificate> certificates = Certificates.parse(pem);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("a certificate cannot be read");
    }
    return certificates;
  }
}
