package org.ocppbridge.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** One HTTP connection at a time, with the chargers that share it; one request at a time. */
final class Connection {

  /**
   * A request that has fallen due.
   *
   * @param due when, in nanoseconds
   */
  record Due(Charger charger, Kind kind, long due) {}

  private final Selector selector;
  private final Fleet.Settings settings;
  private final List<Charger> chargers;
  private final Answer answer = new Answer();
  private final Queue<Due> waiting = new ArrayDeque<>();
  private SocketChannel channel;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private Due current;
  private int turn;

  Connection(Selector selector, Fleet.Settings settings, List<Charger> chargers) {
    this.selector = selector;
    this.settings = settings;
    this.chargers = chargers;
  }

  List<Charger> chargers() {
    return chargers;
  }

  /** The charger whose turn it is. */
  Charger nextCharger() {
    return chargers.get(turn++ % chargers.size());
  }

  boolean isIdle() {
    return current == null;
  }

  /** Sends it, when those before it are answered. */
  void send(Due due) throws IOException {
    if (current != null) {
      waiting.add(due);
      return;
    }
    current = due;
    String body = due.charger().request(due.kind(), settings.wording());
    out = ByteBuffer.wrap(head(due, body).concat(body).getBytes(StandardCharsets.US_ASCII));
    answer.clear();
    if (channel == null) {
      open();
    }
    write();
  }

  private String head(Due due, String body) {
    return "POST /ocpp/"
        + due.charger().version().label()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/soap+xml; charset=utf-8\r\n"
        + (settings.close() ? "Connection: close\r\n" : "")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n";
  }

  private void open() throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", settings.port()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  private void write() throws IOException {
    channel.write(out);
    channel
        .keyFor(selector)
        .interestOps(
            out.hasRemaining()
                ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                : SelectionKey.OP_READ);
  }

  /** Reads and writes what can be; whether the answer is there, or never will be. */
  boolean isAnswered() throws IOException {
    if (out.hasRemaining()) {
      write();
    }
    int count = channel.read(answer.bytes());
    if (count < 0) {
      close();
      return current != null;
    }
    return current != null && answer.isWhole();
  }

  /** The answer, good or not, and the request it belongs to; the next one may be sent. */
  Due take() throws IOException {
    Due taken = current;
    current = null;
    if (taken.kind() == Kind.START) {
      taken.charger().started(answer.transaction());
    }
    if (settings.close()) {
      close();
    }
    return taken;
  }

  Answer answer() {
    return answer;
  }

  /** Sends what has been waiting. */
  void sendWaiting() throws IOException {
    Due next = waiting.poll();
    if (next != null) {
      send(next);
    }
  }

  /** Forgets what is waiting, and closes. */
  void reset() throws IOException {
    waiting.clear();
    current = null;
    close();
  }

  private void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
