package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.OrderChange;
import org.ocppbridge.mappings.Orders;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.WireName;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * Reset (B11, B12; MR B3). A 1.x charger ends its transactions at once for either of its resets, so
 * that OnIdle is not its Soft: while the station is busy the bridge waits, see {@link IdleReset}.
 */
final class Reset201 {

  private static final String REJECTED = "Rejected";

  private Reset201() {}

  /** When (2.0.1 §3.71). */
  enum When implements WireName {
    IMMEDIATE("Immediate"),
    ON_IDLE("OnIdle");

    private final String wire;

    When(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  /** The request (2.0.1 §1.47). */
  record Request(@JsonProperty(required = true) When type, Integer evseId) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (request.evseId() != null) {
      return rejected(
          Reason.UNSUPPORTED_REQUEST,
          "a SOAP charger resets as a whole only (B11.FR.09, B12.FR.09)");
    }
    if (!SoapOperations.has(view.state(), Reset.FROM_CSMS)) {
      return rejected(Reason.UNSUPPORTED_REQUEST, "the charger has no Reset");
    }
    if (installing(view)) {
      return rejected(Reason.FW_UPDATE_IN_PROGRESS, "firmware is being installed");
    }
    return switch (request.type()) {
      case IMMEDIATE -> immediate(view);
      case ON_IDLE ->
          IdleReset.idle(view) ? reset(List.of(ResetType.SOFT), true, view) : IdleReset.order(view);
    };
  }

  private static Step<CsmsAnswer> rejected(Reason reason, String why) {
    return Answer201.only(Answer201.status(REJECTED, reason, why));
  }

  /** 1.2 and 1.5 have no word for it: they install as soon as they have the file. */
  private static boolean installing(ChargerView view) {
    return view.state()
        .jobs()
        .firmware()
        .filter(job -> job.running(view.now()))
        .flatMap(job -> job.status())
        .filter(
            status ->
                status == FirmwareStatus.INSTALLING
                    || status == FirmwareStatus.DOWNLOADED
                        && view.state().version() != SoapVersion.V16)
        .isPresent();
  }

  /** What the bridge holds out of service for a reset that waits is given back first. */
  private static Step<CsmsAnswer> immediate(ChargerView view) {
    List<ResetType> types = types(view);
    return IdleReset.release(view, (given, later) -> reset(types, false, later));
  }

  /**
   * The Soft of 1.6 ends transactions properly, which B12.FR.04 wants; the one of 1.2 and 1.5 may
   * not.
   */
  private static List<ResetType> types(ChargerView view) {
    Optional<ResetType> configured = view.policy().ocpp201().hardware().immediateReset();
    if (configured.isPresent()) {
      return List.of(configured.get());
    }
    boolean proper =
        view.state().version() == SoapVersion.V16
            && view.state().transactions().open().findAny().isPresent();
    return proper ? List.of(ResetType.SOFT, ResetType.HARD) : List.of(ResetType.HARD);
  }

  private static Step<CsmsAnswer> reset(List<ResetType> types, boolean onIdle, ChargerView view) {
    return ResetCall.ask(types, onIdle, view, (outcome, later) -> answered(outcome, later));
  }

  private static Step<CsmsAnswer> answered(ResetCall.Outcome outcome, ChargerView view) {
    if (!outcome.accepted()) {
      return refused(outcome);
    }
    Optional<Orders.IdleReset> none = Optional.empty();
    List<Change> changes = new ArrayList<>(outcome.changes());
    changes.add(new OrderChange.IdleReset(none));
    changes.add(MissingBoot.expect(1, view));
    return Step.Done.with(Answer201.status("Accepted"), changes);
  }

  private static Step<CsmsAnswer> refused(ResetCall.Outcome outcome) {
    CsmsAnswer answer =
        outcome
            .fault()
            .map(fault -> Answer201.status(REJECTED, Reason.of(fault), fault.getMessage()))
            .orElseGet(() -> Answer201.status(REJECTED));
    List<Loss> losses =
        outcome.fault().stream().map(f -> Loss.synthesised("answer", f.getMessage())).toList();
    return new Step.Done<>(answer, outcome.changes(), List.of(), losses);
  }
}
