package org.ocppbridge.adapter.csms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** Answers each hello of TLS with the same bytes: what servers say that cannot do what is asked. */
public final class OldTlsServer implements AutoCloseable {

  /** Fatal alerts, RFC 8446 section 6.2. */
  public static final String PROTOCOL_VERSION = "15030100020246";

  public static final String HANDSHAKE_FAILURE = "15030300020228";
  public static final String INSUFFICIENT_SECURITY = "15030300020247";

  private static final String RANDOM =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  /** A ServerHello that chooses TLS 1.1. */
  public static final String TLS_1_1 = "160302002a" + "02000026" + "0302" + RANDOM + "00c01300";

  private final ServerSocket server;

  /**
   * @param answer in hexadecimal digits
   */
  public OldTlsServer(String answer) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> serve(HexFormat.of().parseHex(answer)));
  }

  private void serve(byte[] answer) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().read(new byte[16_384]);
        socket.getOutputStream().write(answer);
        socket.getInputStream().read();
      } catch (IOException ended) {
        // The next one.
      }
    }
  }

  public String url() {
    return "wss://127.0.0.1:" + server.getLocalPort() + "/ocpp";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
