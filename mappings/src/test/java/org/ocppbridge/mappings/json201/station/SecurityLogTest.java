package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews.UploadEnded;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.ocppbridge.mappings.SecurityLog;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.play.Play;

/** The security log, which the bridge keeps and uploads (N01). */
class SecurityLogTest {

  private static Play play(SoapVersion version) {
    return Play.accepted(version, new Json201());
  }

  private static ObjectNode get(Play play, int requestId, String location) {
    String request =
        ("{\"logType\":\"SecurityLog\",\"requestId\":%d,\"retries\":2,"
                + "\"log\":{\"remoteLocation\":\"%s\"}}")
            .formatted(requestId, location);
    return ((CsmsAnswer.Result) play.call("GetLog", request)).payload();
  }

  @ParameterizedTest
  @EnumSource
  void theSecurityLogIsUploadedByTheBridgeAndToldInOrder(SoapVersion version) {
    Play play = play(version);
    ObjectNode answer = get(play, 7, "https://files.example/logs/");
    assertThat(answer.path("status").asText()).isEqualTo("Accepted");
    assertThat(answer.path("filename").asText()).isEqualTo("security-log-cp-1-7.txt");
    assertThat(play.state.access().upload()).isPresent();
    play.tell(new UploadEnded(7, UploadResult.UPLOADED));
    assertThat(play.sent)
        .extracting(
            s -> s.payload().path("status").asText() + " " + s.payload().path("requestId").asInt())
        .containsExactly("Uploading 7", "Uploaded 7");
    assertThat(play.state.access().upload()).isEmpty();
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyEndHasAWordOfTheContract(UploadResult result) {
    Play play = play(SoapVersion.V16);
    get(play, 7, "https://files.example/");
    play.tell(new UploadEnded(7, result));
    assertThat(play.last("LogStatusNotification").path("status").asText()).isEqualTo(result.wire());
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://files.example/",
    "file:///etc/passwd",
    "http://user:pw@files.example/",
    "https://evil/"
  })
  void placesThatTheBridgeMustNotCallAreRefused(String location) {
    Play play = play(SoapVersion.V16);
    play.security =
        new Play.Sealing() {
          @Override
          public boolean allows(String url) {
            return !url.contains("evil");
          }
        };
    assertThat(get(play, 7, location).at("/statusInfo/reasonCode").asText())
        .isEqualTo("UnsupportedParam");
    assertThat(play.sent).isEmpty();
    assertThat(play.state.access().upload()).isEmpty();
  }

  @Test
  void whileOneIsUploadedAnotherIsRejectedAndATriggerTellsOfIt() {
    Play play = play(SoapVersion.V15);
    get(play, 7, "https://files.example/");
    assertThat(get(play, 8, "https://files.example/").path("status").asText())
        .isEqualTo("Rejected");
    play.status("TriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}");
    assertThat(play.last("LogStatusNotification").path("requestId").asInt()).isEqualTo(7);
    play.tell(new UploadEnded(99, UploadResult.UPLOADED));
    assertThat(play.state.access().upload()).isPresent();
  }

  @Test
  void theLogHoldsTheEventsOfATimeAndNoMoreThanItsLimit() {
    Play play = play(SoapVersion.V16);
    Instant begin = play.now;
    for (int i = 0; i < SecurityLog.MAX + 50; i++) {
      play.later(Duration.ofSeconds(1));
      play.note(
          new SecurityLog.Logged(new SecurityLog.Entry(play.now, "InvalidMessages", "no " + i)));
    }
    SecurityLog log = play.state.securityLog();
    assertThat(log.entries()).hasSize(SecurityLog.MAX);
    String text =
        log.text(Optional.of(begin.plusSeconds(100)), Optional.of(begin.plusSeconds(102)));
    assertThat(text.lines()).hasSize(3).first().asString().endsWith("\tInvalidMessages\tno 99");
  }
}
