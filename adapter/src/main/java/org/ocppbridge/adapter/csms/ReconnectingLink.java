package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.mappings.Reply;

/**
 * A link that keeps itself connected. What is asked of it is done by its {@link LinkMachine}, one
 * thing after the other; only what its state will be is known at once.
 */
final class ReconnectingLink implements CsmsLink {
  private final Lane lane;
  private final Teller teller;
  private final LinkMachine machine;

  ReconnectingLink(
      Ways ways,
      Listener listener,
      Surroundings around,
      Pacer pacer,
      Counters counters,
      OpenLinks links) {
    this.lane = new Lane(around.threads());
    this.teller = new Teller(ways.next().identity(), listener, around.threads());
    this.machine =
        new LinkMachine(
            ways,
            around,
            new Connector(around, pacer, counters, lane),
            lane,
            teller,
            open -> {
              if (open) {
                links.opened(this);
              } else {
                links.closed(this);
              }
            });
  }

  @Override
  public void open() {
    if (machine.state() == State.CLOSED) {
      machine.state(State.OPENING);
    }
    lane.run(machine::open);
  }

  @Override
  public void close() {
    machine.state(State.CLOSED);
    lane.run(machine::close);
  }

  @Override
  public State state() {
    return machine.state();
  }

  @Override
  public String trouble() {
    return teller.trouble();
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload) {
    return call(action, payload, Tap.NONE);
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload, Tap tap) {
    return call(action, payload, machine.patience(), tap);
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
    return call(action, payload, timeout, Tap.NONE);
  }

  private CompletableFuture<Reply> call(
      String action, ObjectNode payload, Duration timeout, Tap tap) {
    if (machine.state() != State.UP) {
      return CompletableFuture.completedFuture(teller.notConnected());
    }
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    lane.runHere(() -> machine.call(action, payload, timeout, tap, reply));
    return reply;
  }

  @Override
  public void reconnect(String why) {
    if (machine.state() == State.UP) {
      machine.state(State.BACK_OFF);
    }
    lane.run(() -> machine.reconnect(why));
  }

  @Override
  public void pingEvery(Duration interval) {
    lane.run(() -> machine.pingEvery(interval));
  }

  @Override
  public void retryBy(Reconnect rules) {
    lane.run(() -> machine.retryBy(rules));
  }
}
