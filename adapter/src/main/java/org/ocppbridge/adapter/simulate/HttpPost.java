package org.ocppbridge.adapter.simulate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A charger's small HTTP/1.1 client: one request at a time over a plain socket, never sent twice,
 * with the very headers it is given. A charger's firmware has little more, and the usual clients
 * add headers, repeat requests or refuse {@code Connection: close}.
 */
final class HttpPost implements AutoCloseable {

  /** Longest answer that is read, in bytes. */
  static final int BODY_MAX = 4 << 20;

  private static final int LINE_MAX = 16_384;

  /** An answer; header names are in lower case. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  private final URI url;
  private final boolean keepAlive;
  private Socket socket;
  private InputStream in;

  HttpPost(URI url, boolean keepAlive) {
    this.url = url;
    this.keepAlive = keepAlive;
  }

  /**
   * Posts once.
   *
   * @param headers lines as {@code Name: value}; Host, Content-Length and Connection are added
   * @throws IOException if no complete answer came in time
   */
  synchronized Answer send(List<String> headers, byte[] body, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      connect(timeout);
      socket.getOutputStream().write(message(headers, body));
      socket.getOutputStream().flush();
      Answer answer = answer(deadline);
      boolean reusable =
          keepAlive && !answer.headers().getOrDefault("connection", "").equalsIgnoreCase("close");
      if (!reusable) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void connect(Duration timeout) throws IOException {
    if (socket != null && !ended()) {
      return;
    }
    close();
    boolean secure = url.getScheme().equalsIgnoreCase("https");
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(url.getHost(), port), millis(timeout.toNanos()));
    socket.setSoTimeout(millis(timeout.toNanos()));
    if (secure) {
      SSLSocket tls =
          (SSLSocket)
              ((SSLSocketFactory) SSLSocketFactory.getDefault())
                  .createSocket(socket, url.getHost(), port, true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      socket = tls;
      tls.startHandshake();
    }
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Whether the other side has closed the kept connection meanwhile. */
  private boolean ended() throws IOException {
    try {
      socket.setSoTimeout(1);
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private byte[] message(List<String> headers, byte[] body) throws IOException {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    StringBuilder head = new StringBuilder("POST ").append(path);
    if (url.getRawQuery() != null) {
      head.append('?').append(url.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority()).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
    ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length);
    message.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    message.write(body);
    return message.toByteArray();
  }

  private Answer answer(long deadline) throws IOException {
    String statusLine = line(deadline);
    if (!statusLine.matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException(
          statusLine.isEmpty()
              ? "the connection was closed without an answer"
              : "not HTTP: '" + statusLine + "'");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(deadline); !line.isEmpty(); line = line(deadline)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new Answer(
        Integer.parseInt(statusLine.substring(9, 12)), headers, body(headers, deadline));
  }

  private byte[] body(Map<String, String> headers, long deadline) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      for (int size = chunkSize(deadline); size > 0; size = chunkSize(deadline)) {
        copy(size, body, deadline);
        line(deadline);
      }
      line(deadline);
    } else if (headers.containsKey("content-length")) {
      copy(Integer.parseInt(headers.get("content-length")), body, deadline);
    } else {
      for (int next = read(deadline); next >= 0 && body.size() < BODY_MAX; next = read(deadline)) {
        body.write(next);
      }
    }
    return body.toByteArray();
  }

  private int chunkSize(long deadline) throws IOException {
    return Integer.parseInt(line(deadline).replaceFirst(";.*", "").strip(), 16);
  }

  private void copy(int size, ByteArrayOutputStream body, long deadline) throws IOException {
    if (body.size() + size > BODY_MAX) {
      throw new IOException("the answer is longer than " + BODY_MAX + " bytes");
    }
    for (int i = 0; i < size; i++) {
      int next = read(deadline);
      if (next < 0) {
        throw new IOException("the answer ended early");
      }
      body.write(next);
    }
  }

  private String line(long deadline) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(deadline); next >= 0 && next != '\n'; next = read(deadline)) {
      if (line.length() > LINE_MAX) {
        throw new IOException("a header line is longer than " + LINE_MAX + " characters");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private int read(long deadline) throws IOException {
    if (in.available() == 0) {
      socket.setSoTimeout(millis(deadline - System.nanoTime()));
    }
    return in.read();
  }

  private static int millis(long nanos) throws SocketTimeoutException {
    if (nanos <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE);
  }

  @Override
  public synchronized void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // the connection is given up anyway
      }
      socket = null;
    }
  }
}
