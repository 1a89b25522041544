package org.ocppbridge.adapter.soap.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A charger's HTTP server that does exactly what a test says, down to the bytes. */
final class RawServer implements AutoCloseable {

  /** What to do when a request has been read. Closing the socket is left to the server. */
  interface Behaviour {
    void answer(Socket socket, OutputStream out) throws Exception;
  }

  /** What to write to a request. */
  interface Writer {
    void write(String request, OutputStream out) throws IOException;
  }

  private interface Reply {
    void to(String request, Socket socket) throws Exception;
  }

  private final ServerSocket server;
  private final Reply reply;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  RawServer(Behaviour behaviour) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
  }

  RawServer(ServerSocket server, Behaviour behaviour) {
    this((request, socket) -> behaviour.answer(socket, socket.getOutputStream()), server);
  }

  private RawServer(Reply reply, ServerSocket server) {
    this.server = server;
    this.reply = reply;
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers each request with these bytes, then closes. */
  static RawServer answering(String bytes) throws IOException {
    return new RawServer((socket, out) -> out.write(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  static RawServer answering(String head, byte[] body) throws IOException {
    return new RawServer(
        (socket, out) -> {
          out.write(head.getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
        });
  }

  /** Answers each request with what the writer makes of it, then closes. */
  static RawServer replying(Writer writer) throws IOException {
    return new RawServer(
        (request, socket) -> writer.write(request, socket.getOutputStream()),
        new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/ocpp?x=%2F");
  }

  int port() {
    return server.getLocalPort();
  }

  List<String> requests() {
    return requests;
  }

  int connections() {
    return sockets.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String request = read(socket.getInputStream());
      requests.add(request);
      reply.to(request, socket);
      socket.getOutputStream().flush();
    } catch (Exception e) {
      // The client went away, which is what some tests want.
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      String text = bytes.toString(StandardCharsets.UTF_8);
      int head = text.indexOf("\r\n\r\n");
      if (head >= 0 && bytes.size() >= head + 4 + length(text)) {
        return text;
      }
      int next = in.read();
      if (next < 0) {
        return text;
      }
      bytes.write(next);
    }
  }

  private static int length(String head) {
    int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
    return at < 0 ? 0 : Integer.parseInt(head.substring(at + 15, head.indexOf("\r\n", at)).trim());
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
