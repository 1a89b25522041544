package org.ocppbridge.mappings.json16;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;

/**
 * RemoteStartTransaction: not while the CSMS has the charger on Pending (1.6 §4.2); the profile is
 * for 1.6 alone.
 */
final class RemoteStartTransaction16 {

  /** How long a transaction is taken for the effect of a remote start. */
  private static final Duration WORKS = Duration.ofMinutes(5);

  private static final RemoteStartTransaction.Answer REJECTED =
      new RemoteStartTransaction.Answer(RemoteStartStopStatus.REJECTED);

  private static final Command16<RemoteStartTransaction.Request, RemoteStartTransaction.Answer>
      COMMAND = Command16.of(RemoteStartTransaction.FROM_CSMS, REJECTED, REJECTED);

  private RemoteStartTransaction16() {}

  static Step<CsmsAnswer> step(RemoteStartTransaction.Request request, ChargerView view) {
    if (view.state().registration().is(RegistrationStatus.PENDING)) {
      return COMMAND.own(REJECTED);
    }
    List<Loss> losses = new ArrayList<>();
    ChargingProfile asked = request.chargingProfile();
    Optional<ChargingProfile> profile = Optional.empty();
    if (asked != null && view.state().version() != SoapVersion.V16) {
      losses.add(Loss.dropped("chargingProfile", view.state().version() + " has no profiles"));
    } else if (asked != null) {
      profile = Profiles16.forCharger(asked, "chargingProfile", view, losses);
      if (profile.isEmpty()) {
        return COMMAND.own(REJECTED);
      }
    }
    Commands.RemoteStart pending =
        new Commands.RemoteStart(
            request.idTag(), Optional.ofNullable(request.connectorId()), view.now().plus(WORKS));
    return COMMAND.ask(
        new RemoteStartTransaction.Request(
            request.connectorId(), request.idTag(), profile.orElse(null)),
        view,
        new Command16.Around<>(
            List.of(new CommandChange.RemoteStartPending(pending)),
            losses,
            (answer, later) ->
                answer.status() == RemoteStartStopStatus.ACCEPTED
                    ? Command16.Ending.plain(answer)
                    : Command16.Ending.with(
                        answer, new CommandChange.RemoteStartOver(request.idTag())),
            List.of(new CommandChange.RemoteStartOver(request.idTag()))));
  }
}
