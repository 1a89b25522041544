package org.ocppbridge.adapter.secure;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the certificates of CSMSs as Java does, host name included, and remembers the last
 * verdict: the connection's own error does not say it.
 */
public final class CsmsTrust extends X509ExtendedTrustManager {

  private record Refusal(long nanos, String why) {}

  private final X509ExtendedTrustManager judge;
  private volatile List<X509Certificate> chain = List.of();
  private volatile Refusal refusal;

  CsmsTrust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** What the last trusted CSMS showed, its own certificate first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /**
   * Why a certificate was refused.
   *
   * @param nanos not before this value of {@link System#nanoTime}
   */
  public Optional<String> refusedSince(long nanos) {
    Refusal last = refusal;
    return last == null || last.nanos() - nanos < 0 ? Optional.empty() : Optional.of(last.why());
  }

  /** A check of Java's. */
  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private void judged(X509Certificate[] shown, Check check) throws CertificateException {
    try {
      check.run();
      chain = List.of(shown);
    } catch (CertificateException e) {
      refusal = new Refusal(System.nanoTime(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    judged(shown, () -> judge.checkServerTrusted(shown, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    judged(shown, () -> judge.checkServerTrusted(shown, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
    judged(shown, () -> judge.checkServerTrusted(shown, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(shown, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(shown, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
    judge.checkClientTrusted(shown, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
