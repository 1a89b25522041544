package org.ocppbridge.adapter.watch.rooms;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.model.Operation;

/** Calls to chargers, measured. */
public record WatchedChargers(ChargerLink link, Watch watch) implements ChargerLink {

  @Override
  public <Q, A> A call(Endpoint endpoint, Operation<Q, A> operation, Q request) {
    Watch.Timing timing = watch.stage(Stage.CHARGER, operation.name());
    String outcome = "failed";
    try {
      A answer = link.call(endpoint, operation, request);
      outcome = "answered";
      watch.over(endpoint.id().value(), Mistake.OF_COMMANDS);
      return answer;
    } catch (ChargerFailed fault) {
      outcome = fault.why().name().toLowerCase(Locale.ROOT);
      tell(endpoint.id().value(), fault);
      throw fault;
    } finally {
      timing.end(outcome);
    }
  }

  private void tell(String charger, ChargerFailed fault) {
    Optional<Mistake> mistake = mistake(fault.why());
    switch (fault.why()) {
      case FAULT, WRONG_ANSWER -> watch.over(charger, Mistake.OF_COMMANDS);
      case SILENT ->
          watch.over(
              charger, EnumSet.of(Mistake.CALLBACK_UNREACHABLE, Mistake.CALLBACK_NOT_ALLOWED));
      case NOT_SOAP ->
          watch.over(
              charger, EnumSet.of(Mistake.CALLBACK_UNREACHABLE, Mistake.COMMANDS_UNANSWERED));
      case NO_ADDRESS, ADDRESS_REFUSED, UNREACHABLE, NOT_SUPPORTED -> {
        // Says nothing of what was wrong before.
      }
    }
    mistake.ifPresent(found -> watch.noticed(found, charger, fault.getMessage()));
  }

  private static Optional<Mistake> mistake(Why why) {
    return switch (why) {
      case NO_ADDRESS -> Optional.of(Mistake.NO_CALLBACK);
      case ADDRESS_REFUSED -> Optional.of(Mistake.CALLBACK_NOT_ALLOWED);
      case UNREACHABLE -> Optional.of(Mistake.CALLBACK_UNREACHABLE);
      case SILENT -> Optional.of(Mistake.COMMANDS_UNANSWERED);
      case NOT_SOAP -> Optional.of(Mistake.CALLBACK_NOT_SOAP);
      case FAULT, NOT_SUPPORTED, WRONG_ANSWER -> Optional.empty();
    };
  }

  @Override
  public void close() {
    link.close();
  }
}
