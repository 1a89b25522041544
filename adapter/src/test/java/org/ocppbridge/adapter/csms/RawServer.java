package org.ocppbridge.adapter.csms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers every connection with bytes of the test's making. */
final class RawServer implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");

  /** Says what to do with a connection once the request's head was read. */
  interface Script {
    void answer(String head, Socket socket) throws IOException;
  }

  /** Request heads as they came. */
  final List<String> heads = new CopyOnWriteArrayList<>();

  /** Heads whose connection was then ended by the client. */
  final List<String> ended = new CopyOnWriteArrayList<>();

  private final ServerSocket server;

  RawServer(Script script) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(script));
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ocpp");
  }

  /** A right answer to an opening handshake, up to the empty line. */
  static String upgrade(String head) {
    Matcher key = KEY.matcher(head);
    if (!key.find()) {
      throw new AssertionError("no key in " + head);
    }
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
        + "Sec-WebSocket-Protocol: ocpp1.6\r\nSec-WebSocket-Accept: "
        + accept(key.group(1))
        + "\r\n\r\n";
  }

  /** An unmasked text frame of up to 125 bytes. */
  static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[payload.length + 2];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 2, payload.length);
    return frame;
  }

  private static String accept(String key) {
    try {
      byte[] bytes =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void accept(Script script) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(script, socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Script script, Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      for (int b = in.read();
          b >= 0 && head.indexOf("\r\n\r\n") < 0;
          b = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1) {
        head.append((char) b);
      }
      heads.add(head.toString());
      script.answer(head.toString(), socket);
      while (in.read() >= 0) {
        // until the client ends it
      }
      ended.add(head.toString());
    } catch (IOException e) {
      ended.add(e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
