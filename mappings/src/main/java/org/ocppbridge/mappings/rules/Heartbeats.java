package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.Heartbeat;

/**
 * Heartbeat, the same in all JSON versions: forwarded at most every 10 s, for it is the only true
 * sign of life, and answered with the time of the CSMS (MR A6).
 */
public final class Heartbeats {

  private static final String ACTION = "Heartbeat";
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);

  private Heartbeats() {}

  /** Forwards it, if it is time for one. */
  public static Step<Heartbeat.Answer> step(Heartbeat.Request request, ChargerView view) {
    boolean asked = view.state().commands().expects(ACTION, view.now());
    boolean early =
        view.now().isBefore(view.state().registration().heartbeatAt().plus(AT_MOST_EVERY));
    if (early && !asked) {
      return Step.Done.with(new Heartbeat.Answer(view.now()));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new RegistrationChange.HeartbeatForwarded(view.now()));
    changes.addAll(StopObligation.onContact(view));
    return new Step.AskCsms<>(
        changes,
        List.of(),
        Message.once(ACTION, Json.object()),
        view.policy().waits().heartbeat(),
        List.of(),
        Heartbeats::answer);
  }

  private static Step<Heartbeat.Answer> answer(Reply reply, ChargerView view) {
    return Step.Done.with(
        new Heartbeat.Answer(
            Answers.result(reply)
                .flatMap(payload -> Answers.time(payload.path("currentTime")))
                .orElse(view.now())),
        // Not before: while it is expected it may go out although the CSMS says Pending.
        List.of(new CommandChange.Triggered(ACTION, Optional.empty())));
  }
}
