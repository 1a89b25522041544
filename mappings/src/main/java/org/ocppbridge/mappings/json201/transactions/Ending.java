package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.UnitOfMeasure;

/**
 * The readings of an Ended event: the begin, what the charger sent with the end, the end, by time.
 * It is the only event that may span more than one interval (J02.FR.10).
 */
final class Ending {

  /** Most bytes of readings in one message; CSMSs commonly take 64 KiB. */
  private static final int BYTES_MAX = 60_000;

  private final Transaction transaction;
  private final Optional<BigDecimal> meterStop;
  private final ChargerView view;
  private final SortedMap<Instant, ArrayNode> byTime = new TreeMap<>();

  private Ending(Transaction transaction, Optional<BigDecimal> meterStop, ChargerView view) {
    this.transaction = transaction;
    this.meterStop = meterStop;
    this.view = view;
  }

  /** When a transaction began, as the Started event said it. */
  static Instant begun(Transaction t) {
    return Times.sane(t.start().timestamp(), t.startedAt(), "timestamp", new ArrayList<>());
  }

  /**
   * The readings.
   *
   * @param data what the charger sent with the end
   * @param meterStop the register at the end, if that is known
   * @param at the time of the end
   */
  static ArrayNode readings(
      Transaction transaction,
      List<MeterValue> data,
      Optional<BigDecimal> meterStop,
      Instant at,
      ChargerView view,
      List<Loss> losses) {
    Ending ending = new Ending(transaction, meterStop, view);
    ending.put(data, losses);
    ending.register(
        ReadingContext.TRANSACTION_BEGIN,
        Optional.of(transaction.start().meterStart()),
        begun(transaction));
    ending.register(ReadingContext.TRANSACTION_END, meterStop, at);
    ending.thinOut(losses);
    return ending.json();
  }

  private void put(List<MeterValue> data, List<Loss> losses) {
    SortedMap<Instant, List<Samples.Said>> said = new TreeMap<>();
    for (Moment moment : Moment.of(data, "transactionData", view, losses)) {
      said.computeIfAbsent(moment.at(), t -> new ArrayList<>()).addAll(moment.samples());
    }
    for (Map.Entry<Instant, List<Samples.Said>> each : said.entrySet()) {
      ArrayNode samples = new Samples(this::known, losses).write(each.getValue());
      if (!samples.isEmpty()) {
        byTime.put(each.getKey(), samples);
      }
    }
  }

  /** What a signed reading without a number stands for (MR D4). */
  private Optional<BigDecimal> known(Sample sample) {
    if (sample.alike(Sample.register(ReadingContext.TRANSACTION_BEGIN))) {
      return Numbers.sane(transaction.start().meterStart());
    }
    return sample.alike(Sample.register(ReadingContext.TRANSACTION_END))
        ? meterStop.flatMap(Numbers::sane)
        : Register.last(sample, transaction.start().connectorId(), view);
  }

  /**
   * The register at the begin or the end, unless the charger sent that itself: its own reading may
   * be some seconds away, and in kWh.
   */
  private void register(ReadingContext context, Optional<BigDecimal> value, Instant at) {
    value
        .flatMap(Numbers::sane)
        .filter(wattHours -> !holds(Sample.register(context), wattHours))
        .ifPresent(
            wattHours ->
                byTime
                    .computeIfAbsent(at, t -> Json.MAPPER.createArrayNode())
                    .add(Sample.register(context).json(wattHours)));
  }

  private boolean holds(Sample register, BigDecimal wattHours) {
    return byTime.values().stream()
        .flatMap(samples -> StreamSupport.stream(samples.spliterator(), false))
        .anyMatch(sample -> register.isIn(sample) && wattHours(sample).compareTo(wattHours) == 0);
  }

  private static BigDecimal wattHours(JsonNode sample) {
    boolean kilo =
        sample.at("/unitOfMeasure/unit").asText().equals(UnitOfMeasure.KILO_WATT_HOUR.wire());
    return sample.path("value").decimalValue().scaleByPowerOfTen(kilo ? 3 : 0);
  }

  /** Drops every second reading between begin and end until all fit (J02.FR.20). */
  private void thinOut(List<Loss> losses) {
    int before = byTime.size();
    List<Instant> between = between();
    while (!between.isEmpty() && bytes() > BYTES_MAX) {
      for (int i = 0; i < between.size(); i += 2) {
        byTime.remove(between.get(i));
      }
      between = between();
    }
    if (byTime.size() < before) {
      losses.add(
          Loss.dropped(
              "transactionData",
              (before - byTime.size()) + " of " + before + " readings, to fit into one message"));
    }
  }

  private List<Instant> between() {
    return byTime.entrySet().stream()
        .filter(each -> !outermost(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean outermost(ArrayNode samples) {
    Set<String> contexts =
        Set.of(ReadingContext.TRANSACTION_BEGIN.wire(), ReadingContext.TRANSACTION_END.wire());
    return StreamSupport.stream(samples.spliterator(), false)
        .anyMatch(sample -> contexts.contains(sample.path("context").asText()));
  }

  private int bytes() {
    return json().toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private ArrayNode json() {
    ArrayNode values = Json.MAPPER.createArrayNode();
    byTime.forEach((at, samples) -> values.add(Moment.json(at, samples)));
    return values;
  }
}
