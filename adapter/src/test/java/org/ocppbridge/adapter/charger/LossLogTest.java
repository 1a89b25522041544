package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.LogLines;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;

class LossLogTest {

  private final LogLines lines = new LogLines(LossLog.class);
  private final LossLog log = new LossLog(new ChargerId("CP-1"));

  @AfterEach
  void close() {
    lines.close();
  }

  private List<String> told() {
    return lines.from(Level.INFO);
  }

  @Test
  void eachOperationAndFieldIsToldOnceWhateverItsPlaceInAList() {
    log.tell("MeterValues", List.of(Loss.dropped("meterValue[0].sampledValue[1].unit", "is odd")));
    log.tell("MeterValues", List.of(Loss.dropped("meterValue[3].sampledValue[0].unit", "is odd")));
    log.tell("StopTransaction", List.of(Loss.changed("idTag", "was long")));
    log.tell("StartTransaction", List.of(Loss.changed("idTag", "was long")));
    log.tell("StartTransaction", List.of(Loss.changed("idTag", "was longer")));

    assertThat(told())
        .containsExactly(
            "charger CP-1: MeterValues: dropped meterValue[0].sampledValue[1].unit: is odd"
                + " (told once)",
            "charger CP-1: StopTransaction: changed idTag: was long (told once)",
            "charger CP-1: StartTransaction: changed idTag: was long (told once)");
  }

  @Test
  void eachChargerHasItsOwn() {
    log.tell("Heartbeat", List.of(Loss.dropped("x", "is unknown")));
    new LossLog(new ChargerId("CP-2")).tell("Heartbeat", List.of(Loss.dropped("x", "is unknown")));
    assertThat(told()).hasSize(2);
  }

  @Test
  void aChargerThatInventsFieldsIsToldOfOnlySoOften() {
    List<Loss> many =
        IntStream.range(0, LossLog.TOLD_MAX + 50)
            .mapToObj(i -> Loss.dropped("f" + i, "is unknown"))
            .toList();
    log.tell("Heartbeat", many);
    log.tell("Heartbeat", many);
    assertThat(told()).hasSize(LossLog.TOLD_MAX + 1);
    assertThat(told().getLast()).contains("the rest at debug only");
  }

  @Test
  void theLossesOfEveryStepAreToldUnderTheNameOfTheOperation() {
    Step.AskCsms<String> ask =
        new Step.AskCsms<>(
            List.of(),
            List.of(),
            Message.once("Heartbeat", Json.object()),
            Duration.ZERO,
            List.of(Loss.dropped("a", "1")),
            (reply, view) ->
                new Step.Done<>(
                    "end", List.of(), List.of(), List.of(Loss.dropped("b", reply.toString()))));

    Step<String> quiet = log.telling("Authorize", ask);
    Step<String> end = ((Step.AskCsms<String>) quiet).next().after(new Reply.None("x"), null);

    assertThat(((Step.AskCsms<String>) quiet).losses()).isEmpty();
    assertThat(((Step.Done<String>) end).answer()).isEqualTo("end");
    assertThat(((Step.Done<String>) end).losses()).isEmpty();
    assertThat(told()).hasSize(2).allMatch(line -> line.startsWith("charger CP-1: Authorize: "));
  }
}
