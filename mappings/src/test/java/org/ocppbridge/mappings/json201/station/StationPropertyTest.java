package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;

/** What holds whatever a charger says of itself; {@link Play} checks every payload. */
class StationPropertyTest {

  /** One thing that happens. */
  interface Event {
    void happens(Play play);
  }

  @Property(tries = 300)
  void everyPayloadIsValidAndEveryEventIsClearedOnce(
      @ForAll SoapVersion version, @ForAll("sessions") List<Event> session) {
    Play play = Sessions.fresh(version);
    for (Event event : session) {
      event.happens(play);
      play.catchUp();
    }
    play.comesBack();
    play.passes(Duration.ofMinutes(2));
    assertThat(play.state.registration().is(RegistrationStatus.ACCEPTED)).isTrue();
    play.catchUp();
    for (int connector = 0; connector <= 4; connector++) {
      Sessions.says(play, connector, ConnectorStatus.AVAILABLE);
    }
    Set<Integer> ids = new HashSet<>();
    Map<Integer, Boolean> open = new HashMap<>();
    for (JsonNode event : Sessions.events(play)) {
      assertThat(ids.add(event.path("eventId").asInt())).as("eventId is new").isTrue();
      if (!event.path("variable").path("name").asText().equals("AvailabilityState")) {
        boolean opens = event.path("actualValue").asText().equals("true");
        Boolean before = open.put(event.path("variableMonitoringId").asInt(), opens);
        assertThat(before == null ? Boolean.FALSE : before).as("%s", event).isNotEqualTo(opens);
        assertThat(event.path("cleared").asBoolean()).isNotEqualTo(opens);
      }
    }
    assertThat(open.values()).doesNotContain(true);
    assertThat(play.state.station().places().problems()).isEmpty();
  }

  @Provide
  Arbitrary<List<Event>> sessions() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, statuses()),
            net.jqwik.api.Tuple.of(2, boots()),
            net.jqwik.api.Tuple.of(1, jobs()),
            net.jqwik.api.Tuple.of(2, times()))
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(80).injectNull(0.3);
  }

  private static Arbitrary<Event> statuses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4).injectNull(0.05),
            Arbitraries.of(ErrorCode.class).injectNull(0.1),
            texts(),
            Arbitraries.of(ConnectorStatus.class).injectNull(0.05),
            Arbitraries.of(Instant.EPOCH, Play.START, Instant.MAX).injectNull(0.3),
            texts(),
            texts())
        .as(StatusNotification.Request::new)
        .map(request -> play -> play.ask(StatusNotification.FROM_CHARGER, request));
  }

  private static Arbitrary<Event> boots() {
    Arbitrary<String> status = Arbitraries.of("Accepted", "Accepted", "Pending", "Rejected", "?");
    return Combinators.combine(status, texts(), texts())
        .as(
            (says, model, firmware) ->
                play -> {
                  play.csms("BootNotification", Play.boot(says, 30));
                  play.ask(
                      BootNotification.FROM_CHARGER,
                      new BootNotification.Request(
                          model, model, null, firmware, firmware, firmware, null, null, null));
                  play.csms("BootNotification", Play.boot("Accepted", 30));
                });
  }

  private static Arbitrary<Event> jobs() {
    return Combinators.combine(
            Arbitraries.of(DiagnosticsStatus.class), Arbitraries.of(FirmwareStatus.class))
        .as(
            (log, firmware) ->
                play -> {
                  play.ask(
                      DiagnosticsStatusNotification.FROM_CHARGER,
                      new DiagnosticsStatusNotification.Request(log));
                  play.ask(
                      FirmwareStatusNotification.FROM_CHARGER,
                      new FirmwareStatusNotification.Request(firmware));
                });
  }

  private static Arbitrary<Event> times() {
    return Arbitraries.integers()
        .between(1, 200)
        .map(seconds -> play -> play.passes(Duration.ofSeconds(seconds)));
  }
}
