package org.ocppbridge.adapter.charger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.ledger.Direction;
import org.ocppbridge.adapter.ledger.Origin;
import org.ocppbridge.adapter.ledger.Outcome;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Wire;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.CsmsAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the commands of the CSMS, and of operators as if they were its. An answer leaves before
 * the messages that follow from the command.
 */
final class CsmsCommands {
  private static final Logger LOG = LoggerFactory.getLogger(CsmsCommands.class);

  private final ChargerSession session;
  private final Route route;
  private final Time time;

  CsmsCommands(ChargerSession session, Route route, Time time) {
    this.session = session;
    this.route = route;
    this.time = time;
  }

  /** Answers a command, on a thread of its own. */
  void call(CsmsLink.Incoming call) {
    // Once its session has ended the link is closed, and nobody waits for the answer any more.
    if (session.occupancy().enter()) {
      time.run(() -> command(call));
    }
  }

  private void command(CsmsLink.Incoming call) {
    try (WatchedExchange exchange =
        WatchedExchange.begin(WatchedExchange.Direction.FROM_CSMS, session.watch())) {
      exchange.of(session.id()).asks(call.action());
      exchange.soap(session.state().version()).csms(route.target().protocol());
      Recording recording = session.recorder().begin(Direction.TO_CHARGER, Origin.CSMS);
      recording.operation(call.action());
      recording.json(Wire.Way.CSMS_TO_BRIDGE, false, call.frame());
      StepWalk.Ending<CsmsAnswer> ending = recording.during(() -> commandAnswer(call));
      exchange.ends(outcome(ending.answer()), brief(ending.answer()));
      noteEnd(recording, ending.answer());
      var _ =
          call.answer(
                  ending.answer(), frame -> recording.json(Wire.Way.BRIDGE_TO_CSMS, true, frame))
              .whenComplete(
                  (sent, failure) -> {
                    recording.answered();
                    time.run(() -> answered(ending));
                  });
    }
  }

  private static void noteEnd(Recording recording, CsmsAnswer answer) {
    switch (answer) {
      case CsmsAnswer.Result result -> {
        // What the charger said, good or bad, was answered.
      }
      case CsmsAnswer.Error error ->
          recording.outcome(Outcome.REFUSED, error.code() + ": " + error.description());
      case CsmsAnswer.Silence silence -> recording.outcome(Outcome.CLOSED, silence.reason());
    }
  }

  private static String outcome(CsmsAnswer answer) {
    return switch (answer) {
      case CsmsAnswer.Result _ -> "answered";
      case CsmsAnswer.Error _ -> "error";
      case CsmsAnswer.Silence _ -> "no_answer";
    };
  }

  private void answered(StepWalk.Ending<CsmsAnswer> ending) {
    try {
      ending.left().run();
      session.answered();
    } finally {
      session.occupancy().leave();
    }
  }

  private StepWalk.Ending<CsmsAnswer> commandAnswer(CsmsLink.Incoming call) {
    return commandAnswer(call.action(), call.payload());
  }

  private StepWalk.Ending<CsmsAnswer> commandAnswer(String action, JsonNode received) {
    try {
      if (!(received instanceof ObjectNode payload)) {
        throw new BridgeFault.InvalidCall(Violation.FORMATION, "the payload is no JSON object");
      }
      return session.walk(
          view ->
              session.losses().telling(action, session.dialect().fromCsms(action, payload, view)),
          session.view().policy().waits().command());
    } catch (BridgeFault fault) {
      return ending(session.dialect().error(fault));
    } catch (RuntimeException e) {
      LOG.error("charger {}: {} of the CSMS failed", session.id(), action, e);
      return ending(session.dialect().error(new BridgeFault.Undecided("an error of the bridge")));
    }
  }

  /**
   * A command of the operator, carried out as if the CSMS had given it. Blocks.
   *
   * @return what the CSMS would have been answered
   */
  CsmsAnswer ofOperator(String action, ObjectNode payload) {
    if (!session.occupancy().enter()) {
      return new CsmsAnswer.Silence(
          "the charger is just being served by other settings; try again");
    }
    StepWalk.Ending<CsmsAnswer> ending = commandAnswer(action, payload);
    LOG.info("charger {}: {} of the operator: {}", session.id(), action, brief(ending.answer()));
    answered(ending);
    return ending.answer();
  }

  private static StepWalk.Ending<CsmsAnswer> ending(CsmsAnswer answer) {
    return new StepWalk.Ending<>(answer, () -> {});
  }

  private static String brief(CsmsAnswer answer) {
    return switch (answer) {
      case CsmsAnswer.Result result -> result.payload().path("status").asText("answered");
      case CsmsAnswer.Error error -> error.code() + " (" + error.description() + ")";
      case CsmsAnswer.Silence silence -> "no answer: " + silence.reason();
    };
  }
}
