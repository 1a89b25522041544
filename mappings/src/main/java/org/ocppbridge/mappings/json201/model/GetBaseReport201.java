package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private GetBaseReport201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    return Fetch.all(
        view,
        (fetched, later) -> {
          List<ObjectNode> entries =
              Variables.present(later).stream()
                  .filter(request.reportBase()::has)
                  .map(Reports::entry)
                  .toList();
          return GetReport201.done(
              Answer201.status("Accepted"), request.requestId(), entries, fetched, view, later);
        });
  }
}
