package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.transactions.Samples.Said;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.rules.Readings;

/**
 * Samples of one time and one reason: what one Updated event may carry (J02.FR.10).
 *
 * @param at by the charger's clock, if that can be true
 * @param trigger why they were taken
 */
record Moment(Instant at, TriggerReason trigger, List<Said> samples) {

  private record Key(Instant at, TriggerReason trigger) {}

  /** The moments of a message, in their order. */
  static List<Moment> of(
      List<MeterValue> values, String field, ChargerView view, List<Loss> losses) {
    Map<Key, Moment> moments = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String path = field + "[" + i + "]";
      MeterValue value = values.get(i);
      Instant at = Times.sane(value.timestamp(), view.now(), path + ".timestamp", losses);
      if (value.sampledValue().isEmpty()) {
        losses.add(Loss.dropped(path, "has no sample"));
      }
      for (int j = 0; j < value.sampledValue().size(); j++) {
        SampledValue sample = Readings.complete(value.sampledValue().get(j), view);
        Key key = new Key(at, trigger(sample.context()));
        moments
            .computeIfAbsent(key, k -> new Moment(k.at(), k.trigger(), new ArrayList<>()))
            .samples()
            .add(new Said(path + ".sampledValue[" + j + "]", sample));
      }
    }
    return List.copyOf(moments.values());
  }

  private static TriggerReason trigger(ReadingContext context) {
    return switch (context) {
      case SAMPLE_CLOCK -> TriggerReason.METER_VALUE_CLOCK;
      case TRIGGER -> TriggerReason.TRIGGER;
      case null, default -> TriggerReason.METER_VALUE_PERIODIC;
    };
  }

  /** As a {@code MeterValueType}, if samples were left. */
  static ObjectNode json(Instant at, ArrayNode samples) {
    ObjectNode value = Json.object().put("timestamp", Times.write(at));
    value.set("sampledValue", samples);
    return value;
  }
}
