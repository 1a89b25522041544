package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.WireName;
import org.ocppbridge.mappings.rules.Readings;

/**
 * Meter values in 1.6J's form (MR A7, D3). What says nothing is left out: 1.6J wants at least one
 * sample in each.
 */
final class Samples16 {

  private Samples16() {}

  /**
   * Writes meter values.
   *
   * @param field their name in the message, for losses
   * @return those with at least one sample, perhaps none
   */
  static ArrayNode write(
      List<MeterValue> values, String field, ChargerView view, List<Loss> losses) {
    ArrayNode written = Json.MAPPER.createArrayNode();
    for (int i = 0; i < values.size(); i++) {
      String path = field + "[" + i + "]";
      MeterValue value = values.get(i);
      ArrayNode samples = samples(value.sampledValue(), path, view, losses);
      if (samples.isEmpty()) {
        losses.add(Loss.dropped(path, "has no sample"));
      } else {
        String time = path + ".timestamp";
        written
            .addObject()
            .put("timestamp", Times.write(Times.sane(value.timestamp(), view.now(), time, losses)))
            .set("sampledValue", samples);
      }
    }
    return written;
  }

  private static ArrayNode samples(
      List<SampledValue> samples, String path, ChargerView view, List<Loss> losses) {
    ArrayNode written = Json.MAPPER.createArrayNode();
    for (int i = 0; i < samples.size(); i++) {
      SampledValue sample = samples.get(i);
      if (sample.value() == null || sample.value().isBlank()) {
        losses.add(Loss.dropped(path + ".sampledValue[" + i + "]", "has no value"));
      } else {
        written.add(json(Readings.complete(sample, view), view));
      }
    }
    return written;
  }

  private static ObjectNode json(SampledValue sample, ChargerView view) {
    ObjectNode node = Json.object().put("value", sample.value());
    put(node, "context", sample.context());
    put(node, "format", sample.format());
    put(node, "measurand", sample.measurand());
    put(node, "phase", sample.phase());
    put(node, "location", sample.location());
    put(node, "unit", sample.unit());
    boolean spelled = sample.unit() == UnitOfMeasure.CELSIUS && view.policy().spellCelcius();
    return spelled ? node.put("unit", "Celcius") : node;
  }

  private static void put(ObjectNode node, String name, WireName word) {
    if (word != null) {
      node.put(name, word.wire());
    }
  }
}
