package org.ocppbridge.mappings.json201.charging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.ProfileChange;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ChargingProfile;

/** What other blocks need of charging profiles. */
public final class ChargingProfiles {

  /** What becomes of the profile of a RequestStartTransaction. */
  public sealed interface ForStart {

    /** It goes to the charger in this form. */
    record Given(ChargingProfile profile, List<Loss> losses) implements ForStart {}

    /** There is none, or the charger has no smart charging: it starts without (F01.FR.12). */
    record Without(List<Loss> losses) implements ForStart {}

    /** The start is refused because of it (F01). */
    record Refused(Reason reason, String why) implements ForStart {}
  }

  private ChargingProfiles() {}

  /**
   * The profile of a RequestStartTransaction, for the charger.
   *
   * @param profile null: none was given
   */
  public static ForStart forRemoteStart(Profile201 profile, ChargerView view) {
    if (profile == null) {
      return new ForStart.Without(List.of());
    }
    if (!Abilities.smartCharging(view)) {
      return new ForStart.Without(
          List.of(Loss.dropped("chargingProfile", "the charger has no smart charging")));
    }
    Optional<Rule> broken = Rule.broken(ProfileRules.START, new Candidate(profile, 0, view));
    if (broken.isPresent()) {
      return new ForStart.Refused(broken.get().reason(), broken.get().why());
    }
    List<Loss> losses = new ArrayList<>();
    return new ForStart.Given(Conversion.of(profile, Optional.empty(), losses), losses);
  }

  /** Notes that the charger is given a profile for the transaction that it is asked to start. */
  public static List<Change> given(Profile201 profile, int remoteStartId, ChargerView view) {
    return ProfileTable.waits(profile, remoteStartId, view);
  }

  /** Notes that the charger refused the start: what had the profile's id before holds on. */
  public static Change notGiven(Profile201 profile, ChargerView before) {
    return Optional.ofNullable(before.state().station().profiles().all().get(profile.id()))
        .<Change>map(old -> new ProfileChange.Taken(profile.id(), old))
        .orElseGet(() -> new ProfileChange.Over(profile.id()));
  }

  /**
   * Notes that the transaction began that a remote start asked for: now its profile holds.
   *
   * @param csmsId the transaction as the CSMS knows it
   */
  public static List<Change> begun(int remoteStartId, int evseId, String csmsId, ChargerView view) {
    return ProfileTable.begun(remoteStartId, evseId, csmsId, view);
  }
}
