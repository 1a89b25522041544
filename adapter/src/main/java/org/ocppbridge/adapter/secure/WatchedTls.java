package org.ocppbridge.adapter.secure;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Tells why TLS failed. Undertow keeps that to itself: to its user a refused version is a closed
 * connection. All else is the context that is watched.
 */
public final class WatchedTls extends SSLContextSpi {

  private final SSLContext watched;
  private final Consumer<TlsFailure> failed;

  private WatchedTls(SSLContext watched, Consumer<TlsFailure> failed) {
    this.watched = watched;
    this.failed = failed;
  }

  /** A context made of an SPI; SSLContext lets only heirs do that. */
  private static final class Context extends SSLContext {
    private Context(SSLContextSpi spi, SSLContext like) {
      super(spi, like.getProvider(), like.getProtocol());
    }
  }

  /**
   * The same context, watched.
   *
   * @param failed told of the first failure of each connection, on an I/O thread: must not block
   */
  public static SSLContext of(SSLContext context, Consumer<TlsFailure> failed) {
    return new Context(new WatchedTls(context, failed), context);
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return new WatchedEngine(watched.createSSLEngine(), failed);
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return new WatchedEngine(watched.createSSLEngine(host, port), failed);
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("the context that is watched was initialised before");
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return watched.getSocketFactory();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return watched.getServerSocketFactory();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return watched.getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return watched.getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return watched.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return watched.getSupportedSSLParameters();
  }
}
