package org.ocppbridge.mappings.json16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.Location;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Phase;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.ValueFormat;
import org.ocppbridge.mappings.play.Play;

/**
 * Requests as no contract allows them, but as a model can hold them: each value may be missing,
 * huge, empty or odd.
 */
final class AbsurdThings {

  /** A request with its operation. */
  record Asking<Q>(Operation<Q, ?> operation, Q request) {
    void of(Play play) {
      play.ask(operation, request);
    }
  }

  private AbsurdThings() {}

  static Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.of("", " ", "TAG", "\u0000", "\uD800", "\uD83D\uDD0C", "x".repeat(3000)),
            Arbitraries.strings().ofMaxLength(60))
        .injectNull(0.2);
  }

  static Arbitrary<Integer> number() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(-1, 3),
            Arbitraries.integers().between(99, 110),
            Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE))
        .injectNull(0.2);
  }

  static Arbitrary<BigDecimal> reading() {
    return Arbitraries.of(
            "0",
            "-1",
            "10.5",
            "1E+999999999",
            "1E-999999999",
            "-99999999999999999999",
            "4e17",
            "3.49")
        .map(BigDecimal::new)
        .injectNull(0.2);
  }

  static Arbitrary<Instant> time() {
    return Arbitraries.of(
            Instant.MIN,
            Instant.EPOCH,
            Instant.MAX,
            Instant.parse("2026-03-01T12:00:00.123456789Z"),
            Instant.parse("2026-03-01T11:00:00Z"),
            Instant.parse("+12026-03-01T11:00:00Z"))
        .injectNull(0.2);
  }

  static <E extends Enum<E>> Arbitrary<E> word(Class<E> type) {
    return Arbitraries.of(type).injectNull(0.2);
  }

  /** What the SOAP edge never leaves out. */
  private static <T> Arbitrary<T> given(Arbitrary<T> any) {
    return any.filter(Objects::nonNull);
  }

  static Arbitrary<List<MeterValue>> meterValues() {
    Arbitrary<SampledValue> sample =
        Combinators.combine(
                text(),
                word(ReadingContext.class),
                word(ValueFormat.class),
                word(Measurand.class),
                word(Phase.class),
                word(Location.class),
                word(UnitOfMeasure.class))
            .as(SampledValue::new);
    Arbitrary<MeterValue> value =
        Combinators.combine(time(), sample.list().ofMaxSize(3).injectNull(0.1)).as(MeterValue::new);
    return value.list().ofMaxSize(3).injectNull(0.1);
  }

  static Arbitrary<Asking<?>> asking() {
    return Arbitraries.oneOf(
        List.of(
            text().map(Authorize.Request::new).map(q -> new Asking<>(Authorize.FROM_CHARGER, q)),
            boot(),
            Combinators.combine(text(), text(), text())
                .as(
                    (a, b, c) ->
                        new Asking<>(DataTransfer.FROM_CHARGER, new DataTransfer.Request(a, b, c))),
            word(DiagnosticsStatus.class)
                .map(DiagnosticsStatusNotification.Request::new)
                .map(q -> new Asking<>(DiagnosticsStatusNotification.FROM_CHARGER, q)),
            word(FirmwareStatus.class)
                .map(FirmwareStatusNotification.Request::new)
                .map(q -> new Asking<>(FirmwareStatusNotification.FROM_CHARGER, q)),
            Arbitraries.just(new Asking<>(Heartbeat.FROM_CHARGER, new Heartbeat.Request())),
            Combinators.combine(given(number()), number(), meterValues())
                .as(
                    (c, t, v) ->
                        new Asking<>(MeterValues.FROM_CHARGER, new MeterValues.Request(c, t, v))),
            start(),
            status(),
            stop()));
  }

  private static Arbitrary<Asking<?>> boot() {
    return text()
        .list()
        .ofSize(9)
        .map(
            t ->
                new Asking<>(
                    BootNotification.FROM_CHARGER,
                    new BootNotification.Request(
                        t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6),
                        t.get(7), t.get(8))));
  }

  private static Arbitrary<Asking<?>> start() {
    return Combinators.combine(number(), text(), time(), reading(), number())
        .as(
            (c, tag, time, meter, reservation) ->
                new Asking<>(
                    StartTransaction.FROM_CHARGER,
                    new StartTransaction.Request(c, tag, time, meter, reservation)));
  }

  private static Arbitrary<Asking<?>> status() {
    return Combinators.combine(
            given(number()),
            given(word(ErrorCode.class)),
            text(),
            word(ConnectorStatus.class),
            time(),
            text(),
            text())
        .as(
            (c, code, info, status, time, vendor, vendorCode) ->
                new Asking<>(
                    StatusNotification.FROM_CHARGER,
                    new StatusNotification.Request(
                        c, code, info, status, time, vendor, vendorCode)));
  }

  private static Arbitrary<Asking<?>> stop() {
    return Combinators.combine(
            number(), text(), time(), reading(), word(StopReason.class), meterValues())
        .as(
            (id, tag, time, meter, reason, data) ->
                new Asking<>(
                    StopTransaction.FROM_CHARGER,
                    new StopTransaction.Request(id, tag, time, meter, reason, data)));
  }
}
