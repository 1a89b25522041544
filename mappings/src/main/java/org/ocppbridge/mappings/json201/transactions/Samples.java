package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.ValueFormat;

/**
 * Writes the samples of one moment. A signed one joins the plain one of the same quantity, because
 * 2.0.1 wants a number with it; alone it takes what is known of its value (MR D4).
 */
final class Samples {

  /**
   * A sample of the charger.
   *
   * @param path its place in the message, for losses
   */
  record Said(String path, SampledValue value) {}

  private record Written(Sample sample, ObjectNode json) {}

  private final Function<Sample, Optional<BigDecimal>> known;
  private final List<Loss> losses;
  private final List<Written> written = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param known what a value without a number is, if that is known
   */
  Samples(Function<Sample, Optional<BigDecimal>> known, List<Loss> losses) {
    this.known = known;
    this.losses = losses;
  }

  /** All that can be said in 2.0.1, perhaps nothing. */
  ArrayNode write(List<Said> samples) {
    samples.stream().filter(said -> !signed(said)).forEach(this::plain);
    samples.stream().filter(Samples::signed).forEach(this::signature);
    ArrayNode list = Json.MAPPER.createArrayNode();
    written.forEach(each -> list.add(each.json()));
    return list;
  }

  private static boolean signed(Said said) {
    return said.value().format() == ValueFormat.SIGNED_DATA;
  }

  private void plain(Said said) {
    Optional<BigDecimal> number = Optional.ofNullable(said.value().value()).flatMap(Numbers::read);
    if (number.isEmpty()) {
      losses.add(Loss.dropped(said.path(), "has no number for its value"));
      return;
    }
    Sample.of(said.value(), said.path(), losses)
        .ifPresent(sample -> written.add(new Written(sample, sample.json(number.get()))));
  }

  private void signature(Said said) {
    Optional<ObjectNode> signed =
        Optional.ofNullable(said.value().value()).flatMap(SignedValue::of);
    Optional<Sample> sample = Sample.of(said.value(), said.path(), losses);
    if (sample.isEmpty()) {
      return;
    }
    Optional<ObjectNode> carrier = signed.flatMap(data -> carrier(sample.get()));
    if (carrier.isEmpty()) {
      losses.add(
          Loss.dropped(
              said.path(),
              signed.isEmpty()
                  ? "holds no signed data that 2.0.1 has room for"
                  : "no number is known for this signed value"));
      return;
    }
    carrier.get().set("signedMeterValue", signed.orElseThrow());
  }

  private Optional<ObjectNode> carrier(Sample sample) {
    return written.stream()
        .filter(each -> each.sample().alike(sample) && !each.json().has("signedMeterValue"))
        .map(Written::json)
        .findFirst()
        .or(
            () ->
                known
                    .apply(sample)
                    .map(
                        value -> {
                          ObjectNode json = sample.json(value);
                          written.add(new Written(sample, json));
                          return json;
                        }));
  }
}
