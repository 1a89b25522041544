package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.Boots;

/**
 * Messages the CSMS triggers that the bridge makes itself, from what the charger said last: 1.2 and
 * 1.5 have no TriggerMessage (MR B6). What nothing is known of gives no message: the trigger is
 * then rejected.
 */
final class Triggered16 {

  /**
   * How long a triggered message is expected, and let through although the CSMS has not accepted
   * the charger.
   */
  static final Duration EXPECTED = Duration.ofSeconds(30);

  /** Meter values older than this are no answer to a trigger. */
  private static final Duration SAMPLE_AGE_MAX = Duration.ofSeconds(900);

  /** What a trigger leads to; nothing at all means that it is rejected. */
  record Outcome(List<Change> changes, List<Message> messages) {
    static final Outcome NOTHING = new Outcome(List.of(), List.of());

    boolean rejected() {
      return changes.isEmpty() && messages.isEmpty();
    }
  }

  private Triggered16() {}

  static Outcome make(MessageTrigger wanted, Optional<Integer> connector, ChargerView view) {
    return switch (wanted) {
      case BOOT_NOTIFICATION -> boot(view);
      case HEARTBEAT -> sent(List.of(Message.once("Heartbeat", Json.object())), view);
      case STATUS_NOTIFICATION -> sent(statuses(connector, view), view);
      case METER_VALUES -> sent(meterValues(connector, view), view);
      case DIAGNOSTICS_STATUS_NOTIFICATION ->
          sent(List.of(DiagnosticsStatusNotification16.plain(diagnostics(view))), view);
      case FIRMWARE_STATUS_NOTIFICATION ->
          sent(List.of(FirmwareStatusNotification16.plain(firmware(view))), view);
    };
  }

  /**
   * Only while the CSMS has not accepted the charger. It goes out by a wake-up, since its answer
   * matters.
   */
  private static Outcome boot(ChargerView view) {
    boolean may =
        !view.state().registration().is(RegistrationStatus.ACCEPTED)
            && view.state().boot().isPresent();
    Instant soon = view.now().plusSeconds(1);
    return may
        ? new Outcome(List.of(new Change.WakeUp(Boots.WAKE_UP, soon)), List.of())
        : Outcome.NOTHING;
  }

  static Outcome sent(List<Message> messages, ChargerView view) {
    return new Outcome(
        messages.stream()
            .map(Message::action)
            .distinct()
            .map(action -> expect(action, view.now()))
            .toList(),
        messages);
  }

  static Change expect(String action, Instant now) {
    return new CommandChange.Triggered(action, Optional.of(now.plus(EXPECTED)));
  }

  private static IntStream connectors(Optional<Integer> wanted, ChargerView view) {
    return wanted
        .map(IntStream::of)
        .orElseGet(
            () -> view.state().connectors().all().keySet().stream().mapToInt(Integer::intValue));
  }

  private static List<Message> statuses(Optional<Integer> connector, ChargerView view) {
    return connectors(connector, view)
        .mapToObj(number -> view.state().connectors().get(number).status())
        .flatMap(Optional::stream)
        .map(report -> StatusNotification16.message(now(report, view), view, new ArrayList<>()))
        .toList();
  }

  private static StatusNotification.Request now(StatusNotification.Request r, ChargerView view) {
    return new StatusNotification.Request(
        r.connectorId(),
        r.errorCode(),
        r.info(),
        r.status(),
        view.now(),
        r.vendorId(),
        r.vendorErrorCode());
  }

  private static List<Message> meterValues(Optional<Integer> connector, ChargerView view) {
    return connectors(connector, view)
        .mapToObj(number -> meterValues(number, view))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Message> meterValues(int number, ChargerView view) {
    Connector connector = view.state().connectors().get(number);
    if (view.now().isAfter(connector.samplesAt().plus(SAMPLE_AGE_MAX))) {
      return Optional.empty();
    }
    List<MeterValue> triggered =
        connector.samples().stream().map(Triggered16::asTriggered).toList();
    ArrayNode values = Samples16.write(triggered, "meterValue", view, new ArrayList<>());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode payload = Json.object().put("connectorId", number);
    view.state()
        .transactions()
        .openOn(number)
        .flatMap(Transaction::csmsId)
        .ifPresent(id -> payload.put("transactionId", Long.parseLong(id)));
    payload.set("meterValue", values);
    return Optional.of(Message.once(MeterValues16.ACTION, payload));
  }

  private static MeterValue asTriggered(MeterValue value) {
    return new MeterValue(
        value.timestamp(),
        value.sampledValue().stream()
            .map(
                s ->
                    new SampledValue(
                        s.value(),
                        ReadingContext.TRIGGER,
                        s.format(),
                        s.measurand(),
                        s.phase(),
                        s.location(),
                        s.unit()))
            .toList());
  }

  static DiagnosticsStatus diagnostics(ChargerView view) {
    boolean uploads = view.state().jobs().log().filter(job -> job.running(view.now())).isPresent();
    return uploads ? DiagnosticsStatus.UPLOADING : DiagnosticsStatus.IDLE;
  }

  /** What was told last while an update runs, else Idle. */
  static FirmwareStatus firmware(ChargerView view) {
    return view.state()
        .jobs()
        .firmware()
        .flatMap(Jobs.Firmware::status)
        .filter(status -> status != FirmwareStatus.INSTALLED)
        .orElse(FirmwareStatus.IDLE);
  }
}
