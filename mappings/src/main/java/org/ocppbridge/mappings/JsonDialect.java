package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
   * What a delivered message leads to. Called for every transaction message, whether or not the
   * charger is still waiting (the asker's own step runs after it): with its CALLRESULT, or with the
   * last error when it is parked. Called for other messages too if nobody waits for their answer
   * any longer, for example a BootNotification that was kept while the CSMS was away; their {@code
   * seq} is 0.
   *
   * @param reply the CALLRESULT, or the error for which the message was parked
   */
  Step<Void> delivered(Queued queued, Reply reply, ChargerView view);

  /** What a wake-up leads to that a change had set. */
  Step<Void> woken(String reason, ChargerView view);

  /**
   * Whether a message may be sent now: while the CSMS has not accepted a charger only its
   * BootNotification may (1.6 §4.2, 2.0.1 B02, B03.FR.02).
   */
  default Clearance clearance(Message message, ChargerView view) {
    return Clearance.GRANTED;
  }

  /** Whether a message may go to the CSMS. */
  enum Clearance {
    /** It may go now. */
    GRANTED,
    /** It waits for something under way: the answer to a BootNotification. */
    HELD,
    /** The CSMS has not accepted the charger, and whoever waits for an answer gets none. */
    DENIED
  }

  /** What follows from news of the connection, or of work in the background. */
  Step<Void> news(LinkNews news, ChargerView view);

  /** Changes and messages that follow when the link to the CSMS is up (again). */
  Step<Void> connected(ChargerView view);

  /**
   * Turns a fault into what the CSMS gets.
   *
   * @return the CALLERROR in this version's spelling
   */
  CsmsAnswer.Error error(BridgeFault fault);
}
