package org.ocppbridge.adapter.charger;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ocppbridge.adapter.soap.Place;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * The requests of one charger that wait for the CSMS. A charger that runs out of patience sends the
 * same again; while the first is still in work, the repetition gets the first one's answer.
 */
final class InWork {

  /** Equal requests of other operations may mean two things, or have nothing to wait for. */
  private static final Set<Operation<?, ?>> ONCE =
      Set.of(
          BootNotification.FROM_CHARGER,
          StartTransaction.FROM_CHARGER,
          StopTransaction.FROM_CHARGER);

  private final Map<Object, CompletableFuture<Object>> answers = new ConcurrentHashMap<>();

  /** Does the work, or waits for the same work begun before; throws what the work throws. */
  <Q, A> A once(Operation<Q, A> operation, Q request, Supplier<A> work) {
    if (!ONCE.contains(operation)) {
      return work.get();
    }
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> first = answers.putIfAbsent(request, mine);
    if (first != null) {
      return operation.answer().cast(answerOf(first));
    }
    try {
      A answer = work.get();
      mine.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      answers.remove(request);
    }
  }

  private static Object answerOf(CompletableFuture<Object> first) {
    Place place = Place.current();
    if (!first.isDone() && !place.stepAside()) {
      throw new BridgeFault.Overloaded("soap.limits.waiting is reached");
    }
    try {
      return first.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      place.stepBack();
    }
  }
}
