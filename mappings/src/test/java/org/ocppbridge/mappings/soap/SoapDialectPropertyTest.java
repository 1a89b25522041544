package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;

/**
 * Whatever the model can say and a version too survives the way through the generated types, for
 * every row of every version.
 */
class SoapDialectPropertyTest {

  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  record Sent(SoapVersion version, Operation<Object, Object> operation, Object message) {
    SoapDialect dialect() {
      return SoapDialect.of(version);
    }
  }

  @Property
  void aRequestOfAChargerIsReadWithoutLoss(@ForAll("chargerRequests") Sent sent) throws Exception {
    String name = sent.operation().name();
    ObjectNode said = WireShape.sayable(sent.version(), name, WireShape.tree(sent.message()));
    Object generated =
        WireShape.JSON.treeToValue(
            WireShape.charger(sent.version(), name, said),
            sent.dialect().requestType(sent.operation()));
    Reading reading = Reading.utc(RECEIVED);

    Object read = sent.dialect().request(sent.operation(), generated, reading);

    assertThat(read).isEqualTo(WireShape.JSON.treeToValue(said, sent.operation().request()));
    assertThat(reading.losses().list()).isEmpty();
  }

  @Property
  void anAnswerOfAChargerIsReadWithoutLoss(@ForAll("chargerAnswers") Sent sent) throws Exception {
    String name = sent.operation().name();
    ObjectNode said = WireShape.sayable(sent.version(), name, WireShape.tree(sent.message()));
    Object generated =
        WireShape.JSON.treeToValue(
            WireShape.charger(sent.version(), name, said),
            sent.dialect().answerType(sent.operation()));
    Reading reading = Reading.utc(RECEIVED);

    Object read = sent.dialect().commandAnswer(sent.operation(), generated, reading);

    assertThat(read).isEqualTo(WireShape.JSON.treeToValue(said, sent.operation().answer()));
    assertThat(reading.losses().list()).isEmpty();
  }

  @Property
  void anAnswerToAChargerIsWrittenWhole(@ForAll("bridgeAnswers") Sent sent) {
    Losses losses = new Losses();
    Object generated = sent.dialect().answer(sent.operation(), sent.message(), losses);
    assertThat(generated).isInstanceOf(sent.dialect().answerType(sent.operation()));
    assertWritten(sent, generated, losses, "status");
  }

  @Property
  void aCommandIsWrittenWhole(@ForAll("commands") Sent sent) {
    Losses losses = new Losses();
    Object generated = sent.dialect().command(sent.operation(), sent.message(), losses);
    assertThat(generated).isInstanceOf(sent.dialect().requestType(sent.operation()));
    assertWritten(sent, generated, losses, "chargingProfile", "limit", "minChargingRate");
  }

  private static void assertWritten(Sent sent, Object generated, Losses losses, String... mayLose) {
    String name = sent.operation().name();
    ObjectNode model = WireShape.tree(sent.message());
    ObjectNode wire =
        WireShape.command(sent.version(), name, WireShape.sayable(sent.version(), name, model));
    assertThat(WireShape.leaves(WireShape.tree(generated))).isEqualTo(WireShape.leaves(wire));
    assertThat(losses.list()).extracting(Loss::field).isSubsetOf(mayLose);
  }

  @Provide
  Arbitrary<Sent> chargerRequests() {
    return messages(Operation.Asker.CHARGER, true);
  }

  @Provide
  Arbitrary<Sent> bridgeAnswers() {
    return messages(Operation.Asker.CHARGER, false);
  }

  @Provide
  Arbitrary<Sent> commands() {
    return messages(Operation.Asker.CSMS, true);
  }

  @Provide
  Arbitrary<Sent> chargerAnswers() {
    return messages(Operation.Asker.CSMS, false);
  }

  private static Arbitrary<Sent> messages(Operation.Asker asker, boolean request) {
    List<Arbitrary<Sent>> rows =
        Arrays.stream(SoapVersion.values())
            .flatMap(
                version ->
                    SoapDialect.of(version).operations().stream()
                        .filter(operation -> operation.asker() == asker)
                        .map(operation -> messages(version, operation, request)))
            .toList();
    return Arbitraries.of(rows).flatMap(messages -> messages);
  }

  @SuppressWarnings("unchecked") // the message is made of the operation's own types
  private static Arbitrary<Sent> messages(
      SoapVersion version, Operation<?, ?> operation, boolean request) {
    return ModelMessages.of(request ? operation.request() : operation.answer())
        .map(message -> new Sent(version, (Operation<Object, Object>) operation, message));
  }
}
