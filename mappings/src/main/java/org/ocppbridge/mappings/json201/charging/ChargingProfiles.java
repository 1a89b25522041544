package org.ocppbridge.mappings.json201.charging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ChargingProfile;

/** What other blocks need of charging profiles. */
public final class ChargingProfiles {

  /** What becomes of the profile of a RequestStartTransaction. */
  public sealed interface ForStart {

    /** It goes to the charger in this form. */
    record Given(ChargingProfile profile, List<Loss> losses) implements ForStart {}

    /** The charger has no smart charging: the start goes on without it (F01.FR.12). */
    record Ignored(Loss loss) implements ForStart {}

    /** The start is refused because of it (F01.FR.10). */
    record Refused(Reason reason, String why) implements ForStart {}
  }

  private ChargingProfiles() {}

  /**
   * The profile of a RequestStartTransaction, for the charger.
   *
   * @throws org.ocppbridge.mappings.BridgeFault.InvalidCall if it breaks the contract
   */
  public static ForStart forRemoteStart(Profile201 profile, ChargerView view) {
    profile.checked();
    if (!Abilities.smartCharging(view)) {
      return new ForStart.Ignored(
          Loss.dropped("chargingProfile", "the charger has no smart charging"));
    }
    Optional<Rule> broken = Rule.broken(ProfileRules.START, new Candidate(profile, 0, view));
    if (broken.isPresent()) {
      return new ForStart.Refused(broken.get().reason(), broken.get().why());
    }
    List<Loss> losses = new ArrayList<>();
    return new ForStart.Given(Conversion.of(profile, Optional.empty(), losses), losses);
  }

  /**
   * Notes that the charger uses a profile it was given with a remote start.
   *
   * @param csmsId the id of the transaction that began, as the CSMS knows it
   */
  public static List<Change> begun(
      Profile201 profile, int evseId, String csmsId, ChargerView view) {
    return ProfileTable.taken(profile.forTransaction(csmsId), evseId, view);
  }
}
