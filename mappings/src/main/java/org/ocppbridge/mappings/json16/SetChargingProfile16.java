package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * SetChargingProfile: a profile for a transaction names the charger's number of it; 1.2 and 1.5
 * have no profiles.
 */
final class SetChargingProfile16 {

  private static final SetChargingProfile.Answer REJECTED =
      new SetChargingProfile.Answer(ChargingProfileStatus.REJECTED);

  private static final Command16<SetChargingProfile.Request, SetChargingProfile.Answer> COMMAND =
      Command16.of(
          SetChargingProfile.FROM_CSMS,
          new SetChargingProfile.Answer(ChargingProfileStatus.NOT_SUPPORTED),
          REJECTED);

  private SetChargingProfile16() {}

  static Step<CsmsAnswer> step(SetChargingProfile.Request request, ChargerView view) {
    if (!SoapOperations.has(view.state(), SetChargingProfile.FROM_CSMS)) {
      return Step.Done.with(COMMAND.missing());
    }
    List<Loss> losses = new ArrayList<>();
    Optional<ChargingProfile> profile =
        Profiles16.forCharger(request.csChargingProfiles(), "csChargingProfiles", view, losses);
    if (profile.isEmpty()) {
      return COMMAND.own(REJECTED);
    }
    return COMMAND.ask(
        new SetChargingProfile.Request(request.connectorId(), profile.get()),
        view,
        new Command16.Around<>(
            List.of(), losses, (a, later) -> Command16.Ending.plain(a), List.of()));
  }
}
