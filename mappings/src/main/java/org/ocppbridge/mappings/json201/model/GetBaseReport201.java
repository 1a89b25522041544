package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.model.WireName;

/** GetBaseReport (B07): all three bases; the NotifyReports follow the answer (MR B8). */
final class GetBaseReport201 {

  private static final Set<String> TROUBLE = Set.of("Problem", "Tripped", "Protecting");

  /** What the report is to hold. */
  enum Base implements WireName {
    CONFIGURATION("ConfigurationInventory"),
    FULL("FullInventory"),
    SUMMARY("SummaryInventory");

    private final String wire;

    Base(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }

    boolean has(Placed variable) {
      return switch (this) {
        case CONFIGURATION -> variable.mutability() != Mutability.RO;
        case FULL -> true;
        case SUMMARY ->
            variable.path().variable().equals("AvailabilityState")
                || TROUBLE.contains(variable.path().variable())
                    && variable.value().equals(Optional.of("true"));
      };
    }
  }

  /** The request. */
  record Request(
      @JsonProperty(required = true) Integer requestId,
      @JsonProperty(required = true) Base reportBase) {}

  /** Kind of the wake-ups that make a report; behind it the requestId and the base. */
  static final String WAKE_UP = "baseReport";

  private GetBaseReport201() {}

  /**
   * What is known well enough is reported at once. Else the answer goes first and the charger is
   * asked then, since it may take its time (MR B8).
   */
  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (Reports.underWay(Reports.VARIABLES, view) || pending(view)) {
      return Answer201.only(Reports.busy());
    }
    CsmsAnswer accepted = Answer201.status("Accepted");
    if (Fetch.fresh(view)) {
      return report(
          accepted, request.requestId(), request.reportBase(), Fetch.Result.NOTHING, view, view);
    }
    String reason = "%s/%d/%s".formatted(WAKE_UP, request.requestId(), request.reportBase().wire());
    Change soon = new Change.WakeUp(reason, view.now().plusSeconds(1));
    return Step.Done.with(accepted, List.of(soon));
  }

  private static boolean pending(ChargerView view) {
    return view.state().wakeUps().keySet().stream()
        .anyMatch(reason -> reason.startsWith(WAKE_UP + "/"));
  }

  /** Asks the charger, and reports. */
  static Step<Void> woken(String reason, ChargerView view) {
    String[] parts = reason.split("/", -1);
    int requestId = Integer.parseInt(parts[1]);
    Base base = WireName.find(Base.class, parts[2]).orElseThrow();
    return Fetch.all(
        view,
        (fetched, later) -> {
          List<Change> changes = new ArrayList<>(fetched.changes());
          changes.add(new Change.WakeUpOver(reason));
          Fetch.Result all =
              new Fetch.Result(changes, fetched.failed(), fetched.why(), fetched.losses());
          return report(null, requestId, base, all, view, later);
        });
  }

  private static <A> Step<A> report(
      A answer,
      int requestId,
      Base base,
      Fetch.Result fetched,
      ChargerView before,
      ChargerView view) {
    List<ObjectNode> entries =
        Variables.present(view).stream().filter(base::has).map(Reports::entry).toList();
    return GetReport201.done(answer, requestId, entries, fetched, before, view);
  }
}
