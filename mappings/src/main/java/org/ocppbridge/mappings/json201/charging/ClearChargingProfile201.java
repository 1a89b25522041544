package org.ocppbridge.mappings.json201.charging;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * ClearChargingProfile: one profile by its id, or all that meet the criteria (K10). Without either
 * the charger is not asked: it would clear all it has (1.6 errata 3.25, K10.FR.02).
 */
final class ClearChargingProfile201 {

  private static final String UNKNOWN = "Unknown";

  private static final Command201<ClearChargingProfile.Request, ClearChargingProfile.Answer>
      COMMAND = SmartCommand.of(ClearChargingProfile.FROM_CSMS, UNKNOWN);

  private ClearChargingProfile201() {}

  /** The request (2.0.1 §1.13). */
  record Request(Integer chargingProfileId, Criteria chargingProfileCriteria) {}

  /** Which profiles are meant; what is absent does not matter. */
  record Criteria(Integer evseId, Purpose chargingProfilePurpose, Integer stackLevel) {
    static final Criteria ANY = new Criteria(null, null, null);
  }

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Criteria criteria = Optional.ofNullable(request.chargingProfileCriteria()).orElse(Criteria.ANY);
    if (request.chargingProfileId() == null && criteria.equals(Criteria.ANY)) {
      throw new InvalidCall(
          Violation.OCCURRENCE_CONSTRAINT,
          "ClearChargingProfile: chargingProfileId or a criterion is required (K10.FR.02)");
    }
    if (!SoapOperations.has(view.state(), ClearChargingProfile.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    return request.chargingProfileId() != null
        ? ask(
            new ClearChargingProfile.Request(request.chargingProfileId(), null, null, null),
            e -> e.id() == request.chargingProfileId(),
            view)
        : byCriteria(criteria, view);
  }

  private static Step<CsmsAnswer> byCriteria(Criteria c, ChargerView view) {
    if (c.chargingProfilePurpose() == Purpose.EXTERNAL_CONSTRAINTS) {
      return Answer201.only(Answer201.status(UNKNOWN)); // K10.FR.08
    }
    Optional<Integer> evse = Optional.ofNullable(c.evseId());
    if (evse.filter(id -> id != 0 && !Evse.exists(id, view)).isPresent()) {
      return Answer201.only(
          Answer201.status(UNKNOWN, Reason.UNKNOWN_EVSE, "the charger has no EVSE " + c.evseId()));
    }
    Integer connector =
        evse.map(id -> id == 0 ? 0 : Evse.connectors(id, view).getFirst()).orElse(null);
    return ask(
        new ClearChargingProfile.Request(
            null,
            connector,
            Optional.ofNullable(c.chargingProfilePurpose()).flatMap(Purpose::in16).orElse(null),
            c.stackLevel()),
        e -> meets(e, c),
        view);
  }

  private static boolean meets(ProfileTable.Entry e, Criteria c) {
    return (c.evseId() == null || c.evseId() == e.evseId())
        && (c.chargingProfilePurpose() == null || e.is(c.chargingProfilePurpose()))
        && (c.stackLevel() == null || c.stackLevel() == e.stackLevel());
  }

  /** Whatever the charger says, it has none of them afterwards. */
  private static Step<CsmsAnswer> ask(
      ClearChargingProfile.Request request, Predicate<ProfileTable.Entry> meant, ChargerView view) {
    return COMMAND.ask(
        request,
        view,
        (answer, later) ->
            new Command201.Ending(
                Answer201.status(answer.status().wire()),
                ProfileTable.over(meant, later),
                List.of(),
                List.of()));
  }
}
