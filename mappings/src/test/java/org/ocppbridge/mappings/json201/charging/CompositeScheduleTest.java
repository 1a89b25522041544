package org.ocppbridge.mappings.json201.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.answer;
import static org.ocppbridge.mappings.json201.Stations.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;

/** Composite schedules: what is asked, and what the answer is completed with. */
class CompositeScheduleTest extends ProfilesCase {

  private static final String CALL = "{\"evseId\":1,\"duration\":600}";

  private void composite(Instant start, ChargingSchedule schedule) {
    play.charger(
        GetCompositeSchedule.FROM_CSMS,
        new GetCompositeSchedule.Answer(GetCompositeScheduleStatus.ACCEPTED, 1, start, schedule));
  }

  private static ChargingSchedule schedule(Integer duration, Instant start) {
    return new ChargingSchedule(
        duration,
        start,
        ChargingRateUnit.WATT,
        List.of(new ChargingSchedulePeriod(0, new BigDecimal("11000.0"), null)),
        null);
  }

  private JsonNode composite() {
    CsmsAnswer answer = play.call("GetCompositeSchedule", CALL);
    return ((CsmsAnswer.Result) answer).payload().path("schedule");
  }

  @Test
  void theCompositeScheduleIsCompleted() {
    Instant one = Instant.parse("2026-03-01T10:00:00Z");
    Instant two = Instant.parse("2026-03-01T11:00:00Z");
    composite(one, schedule(300, two));
    assertThat(composite().path("scheduleStart").asText()).isEqualTo(one.toString());
    assertThat(composite().path("duration").asInt()).isEqualTo(300);
    assertThat(composite().path("evseId").asInt()).isEqualTo(1);
    composite(null, schedule(null, two));
    assertThat(composite().path("scheduleStart").asText()).isEqualTo(two.toString());
    assertThat(composite().path("duration").asInt()).isEqualTo(600);
    composite(null, schedule(null, null));
    assertThat(composite().path("scheduleStart").asText()).isEqualTo(play.now.toString());
  }

  @Test
  void acceptedWithoutScheduleIsRejected() {
    composite(null, null);
    assertThat(answer(play, "GetCompositeSchedule", CALL))
        .isEqualTo("Rejected MissingDevModelInfo");
  }

  @Test
  void aScheduleIsNotAskedForWhatTheChargerDoesNotHave() {
    key(play, "ChargingScheduleAllowedChargingRateUnit", "Power");
    assertThat(
            answer(
                play,
                "GetCompositeSchedule",
                "{\"evseId\":1,\"duration\":600,\"chargingRateUnit\":\"A\"}"))
        .isEqualTo("Rejected UnsupportedRateUnit");
    assertThat(answer(play, "GetCompositeSchedule", "{\"evseId\":4,\"duration\":600}"))
        .isEqualTo("Rejected UnknownEvse");
    assertThat(play.asked).isEmpty();
  }
}
