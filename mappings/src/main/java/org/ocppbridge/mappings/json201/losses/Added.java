package org.ocppbridge.mappings.json201.losses;

import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;

/** The same step with more losses. */
public final class Added {

  private Added() {}

  /** Puts losses before those of the step. */
  public static <A> Step<A> to(Step<A> step, List<Loss> losses) {
    return losses.isEmpty()
        ? step
        : switch (step) {
          case Step.Done<A> done ->
              new Step.Done<>(
                  done.answer(), done.changes(), done.afterwards(), both(losses, done.losses()));
          case Step.AskCsms<A> ask ->
              new Step.AskCsms<>(
                  ask.changes(),
                  ask.others(),
                  ask.message(),
                  ask.patience(),
                  both(losses, ask.losses()),
                  ask.next());
          case Step.AskCharger<?, ?, A> ask -> toCharger(ask, losses);
        };
  }

  private static <Q, B, A> Step<A> toCharger(Step.AskCharger<Q, B, A> ask, List<Loss> losses) {
    return new Step.AskCharger<>(
        ask.changes(), ask.operation(), ask.request(), both(losses, ask.losses()), ask.next());
  }

  private static List<Loss> both(List<Loss> first, List<Loss> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
