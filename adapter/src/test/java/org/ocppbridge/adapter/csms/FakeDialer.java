package org.ocppbridge.adapter.csms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dialer without sockets: notes the dials, and lets the test decide what comes of them. */
final class FakeDialer implements Dialer {

  /** A dial and, once it is let through, its connection. */
  static final class FakeConnection implements Dial, Wire {
    final LinkSettings settings;
    final Caller caller;
    final List<String> sent = new ArrayList<>();
    boolean cancelled;
    boolean dropped;
    boolean full;
    int pings;
    Optional<Integer> closeCode = Optional.empty();

    private FakeConnection(LinkSettings settings, Caller caller) {
      this.settings = settings;
      this.caller = caller;
    }

    void letThrough() {
      caller.connected(this);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean send(String message, Runnable written) {
      if (full) {
        return false;
      }
      sent.add(message);
      written.run();
      return true;
    }

    @Override
    public void ping() {
      pings++;
    }

    @Override
    public void close(int code, String reason) {
      closeCode = Optional.of(code);
    }

    @Override
    public void drop() {
      dropped = true;
    }
  }

  final List<FakeConnection> dials = new ArrayList<>();

  @Override
  public Dial dial(LinkSettings settings, Caller caller) {
    FakeConnection connection = new FakeConnection(settings, caller);
    dials.add(connection);
    return connection;
  }

  FakeConnection last() {
    return dials.getLast();
  }
}
