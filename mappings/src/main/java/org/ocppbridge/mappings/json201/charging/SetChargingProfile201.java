package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * SetChargingProfile: what 1.6 cannot hold is refused, the rest goes to the charger in its words
 * and is remembered (K01, K04; MR B7). 1.2 and 1.5 have no profiles (K01.FR.29).
 */
final class SetChargingProfile201 {

  private static final String REJECTED = "Rejected";

  private static final Command201<SetChargingProfile.Request, SetChargingProfile.Answer> COMMAND =
      SmartCommand.of(SetChargingProfile.FROM_CSMS, REJECTED);

  private SetChargingProfile201() {}

  /** The request (2.0.1 §1.51). */
  record Request(
      @JsonProperty(required = true) Integer evseId,
      @JsonProperty(required = true) Profile201 chargingProfile) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Profile201 profile = request.chargingProfile();
    if (!SoapOperations.has(view.state(), SetChargingProfile.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    Candidate candidate = new Candidate(profile, request.evseId(), view);
    return Rule.broken(ProfileRules.SET, candidate)
        .map(rule -> Answer201.only(Answer201.status(REJECTED, rule.reason(), rule.why())))
        .orElseGet(() -> set(candidate));
  }

  private static Step<CsmsAnswer> set(Candidate c) {
    List<Loss> losses = new ArrayList<>();
    boolean named = c.profile().transactionId() != null;
    if (named && !c.is(Purpose.TX)) {
      losses.add(
          Loss.dropped("chargingProfile.transactionId", "only a TxProfile is for a transaction"));
    }
    Optional<Transaction> transaction = c.is(Purpose.TX) ? c.transaction() : Optional.empty();
    ChargingProfile profile = Conversion.of(c.profile(), transaction.filter(t -> named), losses);
    String csmsId = transaction.flatMap(Transaction::csmsId).orElse(null);
    return Command201.losing(
        losses,
        COMMAND.ask(
            new SetChargingProfile.Request(c.connector(), profile),
            c.view(),
            (answer, later) ->
                ending(
                    answer,
                    ProfileTable.taken(c.profile().forTransaction(csmsId), c.evseId(), later))));
  }

  private static Command201.Ending ending(SetChargingProfile.Answer answer, List<Change> taken) {
    return switch (answer.status()) {
      case ACCEPTED -> Command201.Ending.with(Answer201.status("Accepted"), taken);
      case REJECTED -> Command201.Ending.plain(Answer201.status(REJECTED));
      case NOT_SUPPORTED ->
          Command201.Ending.plain(
              Answer201.status(
                  REJECTED, Reason.UNSUPPORTED_REQUEST, "the charger answered NotSupported"));
    };
  }
}
