package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.model.Operation;

/** One JSON version towards the CSMS: pure, a function of its arguments alone. */
public interface JsonDialect {

  Target target();

  /**
   * What to do about a charger's request.
   *
   * @throws BridgeFault if the charger has to get a fault
   */
  <Q, A> Step<A> fromCharger(Operation<Q, A> operation, Q request, ChargerView view);

  /**
   * What to do about a CALL of the CSMS. Broken CALLs end in a {@link Step.Done} with the
   * CALLERROR.
   *
   * @param action as received
   * @param payload as received, any JSON object
   */
  Step<CsmsAnswer> fromCsms(String action, ObjectNode payload, ChargerView view);

  /**
   * Fills into a transaction message what is only known when its turn comes: the CSMS's transaction
   * id, the offline mark.
   *
   * @return the payload to send
   */
  ObjectNode atSending(Queued queued, ChargerView view);

  /**
   * What a delivered transaction message leads to, whether or not the charger is still waiting for
   * it; the asker's own step runs after it. Called for CALLRESULTs and, with the last error, for
   * messages that are parked.
   *
   * @param reply the CALLRESULT, or the error for which the message was parked
   */
  Step<Void> delivered(Queued queued, Reply reply, ChargerView view);

  /** What a wake-up leads to that a change had set. */
  Step<Void> woken(String reason, ChargerView view);

  /** Changes and messages that follow when the link to the CSMS is up (again). */
  Step<Void> connected(ChargerView view);

  /**
   * Turns a fault into what the CSMS gets.
   *
   * @return the CALLERROR in this version's spelling
   */
  CsmsAnswer.Error error(BridgeFault fault);

  /** Offline: the frame for one message, as {@code [action, payload]} lines for {@code convert}. */
  default Optional<List<Message>> messages(Step<?> step) {
    return switch (step) {
      case Step.AskCsms<?> ask -> Optional.of(List.of(ask.message()));
      case Step.AskCharger<?, ?, ?> ignored -> Optional.empty();
      case Step.Done<?> done -> Optional.of(done.afterwards());
    };
  }
}
