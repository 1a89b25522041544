package org.ocppbridge.adapter.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.ocppbridge.adapter.config.TargetConfig;
import org.ocppbridge.adapter.config.TlsContexts;

/**
 * Tries the way to a CSMS: name, TCP, TLS with the host's name checked. It goes no further, because
 * a WebSocket needs the identity of a charger, and the CSMS would take the probe for it.
 */
final class TargetProbe {

  /**
   * What came of it.
   *
   * @param reached whether a link could try its handshake
   * @param lines each step in words
   */
  record Result(boolean reached, List<String> lines) {}

  private TargetProbe() {}

  static Result probe(TargetConfig target) {
    List<String> lines = new ArrayList<>();
    boolean secure = target.url().getScheme().equalsIgnoreCase("wss");
    String host = target.url().getHost().replaceAll("[\\[\\]]", "");
    int port = target.url().getPort() > 0 ? target.url().getPort() : secure ? 443 : 80;
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      lines.add(
          "name: "
              + Arrays.stream(addresses)
                  .map(InetAddress::getHostAddress)
                  .collect(Collectors.joining(", ")));
      try (Socket socket = new Socket()) {
        int patience = (int) target.handshakeTimeout().toMillis();
        socket.connect(new InetSocketAddress(addresses[0], port), patience);
        socket.setSoTimeout(patience);
        lines.add("connection: " + addresses[0].getHostAddress() + " port " + port + ": good");
        if (secure) {
          lines.add("tls: " + tls(target, socket, host, port));
        }
      }
      return new Result(true, lines);
    } catch (UnknownHostException e) {
      lines.add("name: " + host + " is not known");
    } catch (IOException | IllegalArgumentException e) {
      lines.add("failed: " + host + " port " + port + ": " + e.getMessage());
    }
    return new Result(false, lines);
  }

  private static String tls(TargetConfig target, Socket socket, String host, int port)
      throws IOException {
    try (SSLSocket tls =
        (SSLSocket)
            TlsContexts.client(target.tls())
                .getSocketFactory()
                .createSocket(socket, host, port, false)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      return tls.getSession().getProtocol()
          + ", certificate of "
          + certificate.getSubjectX500Principal().getName()
          + ", good until "
          + certificate.getNotAfter().toInstant();
    }
  }
}
