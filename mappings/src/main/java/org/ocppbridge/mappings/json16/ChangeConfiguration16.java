package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.rules.HeartbeatKey;
import org.ocppbridge.mappings.rules.LinkKeys;
import org.ocppbridge.mappings.rules.Shadow;

/**
 * ChangeConfiguration: the bridge's own keys here, all others at the charger; 1.2 values are
 * remembered, for it cannot be asked for them.
 */
final class ChangeConfiguration16 {

  private static final ChangeConfiguration.Answer REJECTED =
      new ChangeConfiguration.Answer(ConfigurationStatus.REJECTED);

  private static final Command16<ChangeConfiguration.Request, ChangeConfiguration.Answer> COMMAND =
      Command16.of(
          ChangeConfiguration.FROM_CSMS,
          new ChangeConfiguration.Answer(ConfigurationStatus.NOT_SUPPORTED),
          REJECTED);

  private ChangeConfiguration16() {}

  static Step<CsmsAnswer> step(ChangeConfiguration.Request request, ChargerView view) {
    // A value no key can have is rejected as one, not as a malformed call.
    if (!Limits.fits(request.value(), Limits16.VALUE)) {
      return COMMAND.own(REJECTED);
    }
    if (LinkKeys.owns(request.key())) {
      LinkKeys.Outcome outcome = LinkKeys.set(request.key(), request.value(), view);
      News16 news = SecurityEvent16.reconfigured(request.key(), outcome.changes(), view);
      return new Step.Done<>(
          new CsmsAnswer.Result(Json.tree(new ChangeConfiguration.Answer(outcome.status()))),
          news.after(outcome.changes()),
          news.messages(),
          List.of());
    }
    List<Loss> losses = new ArrayList<>();
    String value = HeartbeatKey.held(request.key(), request.value(), view, losses);
    String key = HeartbeatKey.forCharger(request.key(), view.state().version());
    return COMMAND.ask(
        new ChangeConfiguration.Request(key, value),
        view,
        new Command16.Around<>(
            List.of(),
            losses,
            (answer, later) ->
                new Command16.Ending<>(
                    answer,
                    Shadow.of(request.key(), value, answer.status(), later),
                    List.of(),
                    List.of()),
            List.of()));
  }
}
