package org.ocppbridge.mappings;

import java.time.Duration;
import java.util.List;
import org.ocppbridge.mappings.model.Operation;

/**
 * The pure result of a mapping: what to do next. A mapping never acts; {@code Bridge} carries out a
 * step and hands what came of it to the next one, until a step is {@link Done}. All steps of one
 * charger run one after another; between two steps other steps of the same charger may run, which
 * is why each gets a fresh {@link ChargerView}.
 *
 * @param <A> what the asker gets in the end
 */
public sealed interface Step<A> {

  /**
   * Ask the CSMS, then go on. If {@code message} is a {@link Message.Delivery#TRANSACTION} one it
   * is stored in the same write as {@code changes}.
   *
   * @param changes noted before anything is sent
   * @param others messages that go out before {@code message} and whose answers the asker need not
   *     wait for
   * @param message the message to ask with
   * @param patience how long the asker may wait; zero hands {@link Reply.None} to {@code next} at
   *     once
   * @param losses what {@code message} could not carry
   * @param next the step after it
   */
  record AskCsms<A>(
      List<Change> changes,
      List<Message> others,
      Message message,
      Duration patience,
      List<Loss> losses,
      Next<Reply, A> next)
      implements Step<A> {}

  /**
   * Ask the charger, then go on.
   *
   * @param changes noted before the charger is called
   * @param operation what to ask
   * @param request the request
   * @param losses what {@code request} could not carry
   * @param next the step after it
   */
  record AskCharger<Q, B, A>(
      List<Change> changes,
      Operation<Q, B> operation,
      Q request,
      List<Loss> losses,
      Next<ChargerReply<B>, A> next)
      implements Step<A> {}

  /**
   * The end: the answer.
   *
   * @param answer what the asker gets
   * @param changes noted before the answer leaves
   * @param afterwards messages to the CSMS, sent after the answer has left (2.0.1 F06.FR.04)
   * @param losses what {@code answer} could not carry
   */
  record Done<A>(A answer, List<Change> changes, List<Message> afterwards, List<Loss> losses)
      implements Step<A> {

    public static <A> Done<A> with(A answer) {
      return new Done<>(answer, List.of(), List.of(), List.of());
    }

    public static <A> Done<A> with(A answer, List<Change> changes) {
      return new Done<>(answer, changes, List.of(), List.of());
    }
  }

  /** The step that follows when {@code reply} is there. May throw {@link BridgeFault}. */
  @FunctionalInterface
  interface Next<R, A> {
    Step<A> after(R reply, ChargerView view);
  }
}
