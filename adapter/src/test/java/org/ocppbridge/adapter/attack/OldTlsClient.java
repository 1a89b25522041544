package org.ocppbridge.adapter.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A client that may speak anything; for a process of its own, whose Java was told so. Prints what
 * was agreed to: arguments are port, protocol, cipher suite, again and again.
 */
final class OldTlsClient {

  private OldTlsClient() {}

  public static void main(String[] arguments) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    for (int i = 0; i < arguments.length; i += 3) {
      System.out.println(
          String.join(" ", arguments[i + 1], arguments[i + 2], "->")
              + " "
              + agreed(
                  context, Integer.parseInt(arguments[i]), arguments[i + 1], arguments[i + 2]));
    }
  }

  private static String agreed(SSLContext context, int port, String protocol, String suite) {
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setEnabledCipherSuites(new String[] {suite});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    } catch (IOException refused) {
      return "refused";
    }
  }

  /** What the certificate says does not matter here. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
