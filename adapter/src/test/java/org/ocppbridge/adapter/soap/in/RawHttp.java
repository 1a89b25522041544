package org.ocppbridge.adapter.soap.in;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Speaks HTTP byte by byte over a plain socket, as odd as a test wants it. */
final class RawHttp {

  private static final int TIMEOUT_MILLIS = 20_000;

  /** What came back; status 0 means that the connection was closed without an answer. */
  record Answer(int status, List<String> headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst();
    }
  }

  private RawHttp() {}

  static Socket connect(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    socket.connect(server, TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  /** Sends these bytes on a connection of their own and reads one answer. */
  static Answer exchange(InetSocketAddress server, byte[] request) throws IOException {
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(request);
      return read(socket.getInputStream());
    }
  }

  /** Reads one answer; further ones stay unread. */
  static Answer read(InputStream in) throws IOException {
    List<String> head = new java.util.ArrayList<>();
    String line = line(in);
    if (line.isEmpty()) {
      return new Answer(0, List.of(), new byte[0]);
    }
    int status = Integer.parseInt(line.split(" ")[1]);
    if (status == 100) {
      line(in);
      return read(in);
    }
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      head.add(header);
    }
    Answer bare = new Answer(status, head, new byte[0]);
    int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
    return new Answer(status, head, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
    } catch (java.net.SocketException reset) {
      return "";
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** A POST with these header lines; Content-Length is added. */
  static byte[] post(String path, List<String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return join(bytes(head.toString()), body);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }
}
