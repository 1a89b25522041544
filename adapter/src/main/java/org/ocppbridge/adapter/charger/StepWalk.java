package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.soap.Place;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SecurityLog;
import org.ocppbridge.mappings.Step;

/**
 * Walks the steps of the mappings for one charger. Each step is made and written in the charger's
 * turn; what it asks of the CSMS or of the charger is waited for outside of it, because the answer
 * may need the turn to come about.
 */
final class StepWalk {

  /** Most rounds of one exchange; a mapping that asks on for ever is a defect. */
  static final int ROUNDS_MAX = 200;

  private final ChargerId id;
  private final StateKeeper keeper;
  private final LossLog lossLog;
  private final ChargerCalls charger;
  private final Supplier<Courier> courier;
  private final Time time;

  StepWalk(
      ChargerId id,
      StateKeeper keeper,
      LossLog losses,
      ChargerCalls charger,
      Supplier<Courier> courier,
      Time time) {
    this.id = id;
    this.keeper = keeper;
    this.lossLog = losses;
    this.charger = charger;
    this.courier = courier;
    this.time = time;
  }

  /**
   * The end of an exchange. The messages that follow the answer are posted, in their place before
   * everything later, but held until the answer has left.
   *
   * @param left to be run when the answer has left, or never will
   */
  record Ending<A>(A answer, Runnable left) {}

  /** What a written step waits for. */
  private sealed interface Pending<A> {
    record Finished<A>(Ending<A> ending) implements Pending<A> {}

    record AtCsms<A>(Step.AskCsms<A> ask, CompletableFuture<Reply> reply) implements Pending<A> {}

    record AtCharger<Q, B, A>(Step.AskCharger<Q, B, A> ask) implements Pending<A> {}
  }

  /**
   * Walks from the first step to the last. Blocks.
   *
   * @param longest the whole time the charger may take; what is asked of the CSMS has its own
   *     patience
   */
  <A> Ending<A> walk(Function<ChargerView, Step<A>> first, Duration longest) {
    return goOn(begin(first, keeper::note), longest);
  }

  /**
   * Makes and writes the first step; if there are more, they are walked on a thread of their own.
   *
   * @param write how the first step is written
   */
  void start(Function<ChargerView, Step<Void>> first, StateKeeper.Write write, Duration longest) {
    Pending<Void> pending = begin(first, write);
    if (pending instanceof Pending.Finished<Void>(Ending<Void> ending)) {
      ending.left().run();
    } else {
      time.run(() -> goOn(pending, longest).left().run());
    }
  }

  private <A> Ending<A> goOn(Pending<A> first, Duration longest) {
    Instant deadline = time.steady().plus(longest);
    Pending<A> pending = first;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      switch (pending) {
        case Pending.Finished<A>(Ending<A> ending) -> {
          return ending;
        }
        case Pending.AtCsms<A> at -> {
          Reply reply = await(at);
          pending = begin(view -> at.ask().next().after(reply, view), keeper::note);
        }
        case Pending.AtCharger<?, ?, A> at -> pending = askCharger(at, deadline);
      }
    }
    throw new BridgeFault.Undecided("charger " + id + ": the exchange did not come to an end");
  }

  private <Q, B, A> Pending<A> askCharger(Pending.AtCharger<Q, B, A> at, Instant deadline) {
    ChargerReply<B> reply = charger.ask(at.ask(), deadline);
    return begin(view -> at.ask().next().after(reply, view), keeper::note);
  }

  private <A> Pending<A> begin(Function<ChargerView, Step<A>> plan, StateKeeper.Write write) {
    try {
      return keeper.inTurn(
          () ->
              courier
                  .get()
                  .quietly(
                      () ->
                          written(
                              WatchedExchange.mapping(() -> plan.apply(keeper.view())), write)));
    } finally {
      courier.get().pump();
    }
  }

  private <A> Pending<A> written(Step<A> step, StateKeeper.Write write) {
    return switch (step) {
      case Step.Done<A> done -> {
        tell(done.losses());
        List<Message> messages = done.afterwards();
        List<Queued> rows =
            write.write(logged(done.changes(), messages), StateKeeper.lastingOf(messages));
        Runnable left = messages.isEmpty() ? () -> {} : courier.get().hold()::release;
        dispatch(messages, rows, false);
        yield new Pending.Finished<>(new Ending<>(done.answer(), left));
      }
      case Step.AskCharger<?, ?, A> ask -> {
        tell(ask.losses());
        write.write(ask.changes(), List.of());
        yield new Pending.AtCharger<>(ask);
      }
      case Step.AskCsms<A> ask -> {
        tell(ask.losses());
        List<Message> messages = new ArrayList<>(ask.others());
        messages.add(ask.message());
        List<Queued> rows =
            write.write(logged(ask.changes(), messages), StateKeeper.lastingOf(messages));
        yield new Pending.AtCsms<>(ask, dispatch(messages, rows, !ask.patience().isZero()));
      }
    };
  }

  /** Security events stand in the security log, whatever becomes of the messages. */
  private static List<Change> logged(List<Change> changes, List<Message> messages) {
    List<Change> events = SecurityLog.of(messages);
    return events.isEmpty() ? changes : Stream.concat(changes.stream(), events.stream()).toList();
  }

  /**
   * Hands messages to the courier, in their order.
   *
   * @param waitedFor whether somebody waits for the answer to the last one
   * @return the answer to the last one; null if there is none
   */
  private CompletableFuture<Reply> dispatch(
      List<Message> messages, List<Queued> rows, boolean waitedFor) {
    CompletableFuture<Reply> last = null;
    Iterator<Queued> row = rows.iterator();
    for (Iterator<Message> it = messages.iterator(); it.hasNext(); ) {
      Message message = it.next();
      boolean waited = waitedFor && !it.hasNext();
      last =
          switch (message.delivery()) {
            case TRANSACTION -> courier.get().appended(row.next());
            case LATEST, BOUNDED -> courier.get().kept(row.next(), waited);
            case VOLATILE -> courier.get().post(message, waited);
          };
    }
    return last;
  }

  private static <A> Reply await(Pending.AtCsms<A> at) {
    boolean answered = at.reply().isDone();
    if (at.ask().patience().isZero() && !answered) {
      return late(at); // without the exception, which costs more than all the rest of it
    }
    Place place = Place.current();
    if (!answered && !place.stepAside()) {
      return late(at); // answered as if the CSMS were slow, which it seems to be
    }
    try {
      return at.reply().get(at.ask().patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late(at);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.None("the bridge is stopping");
    } catch (ExecutionException e) {
      return new Reply.None(e.getCause().toString());
    } finally {
      place.stepBack();
    }
  }

  private static <A> Reply late(Pending.AtCsms<A> at) {
    Reply.None none = new Reply.None("no answer of the CSMS within " + at.ask().patience());
    return at.reply().complete(none) ? none : at.reply().join();
  }

  private void tell(List<Loss> losses) {
    lossLog.tell("by the bridge itself", losses);
  }
}
