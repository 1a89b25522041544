package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Stations;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.play.Play;

/** What the bridge knows of the list in the charger (D01, MR C1). */
class LocalListTest {

  private final Play play = Stations.accepted(SoapVersion.V16);

  /** Sends a list; a token with a minus before it is to be deleted. */
  private String send(String type, int version, String... tokens) {
    String list =
        Arrays.stream(tokens)
            .map(
                token ->
                    token.startsWith("-")
                        ? entry(token.substring(1), "")
                        : entry(token, ",\"idTokenInfo\":{\"status\":\"Accepted\"}"))
            .collect(Collectors.joining(","));
    return Stations.answer(
        play,
        "SendLocalList",
        "{\"versionNumber\":%d,\"updateType\":\"%s\"%s}"
            .formatted(
                version, type, list.isEmpty() ? "" : ",\"localAuthorizationList\":[" + list + "]"));
  }

  private static String entry(String token, String info) {
    return "{\"idToken\":{\"idToken\":\"" + token + "\",\"type\":\"ISO14443\"}" + info + "}";
  }

  private String read(String variable) {
    CsmsAnswer answer =
        play.call(
            "GetVariables",
            "{\"getVariableData\":[{\"component\":{\"name\":\"LocalAuthListCtrlr\"},"
                + "\"variable\":{\"name\":\""
                + variable
                + "\"}}]}");
    return ((CsmsAnswer.Result) answer)
        .payload()
        .at("/getVariableResult/0/attributeValue")
        .asText();
  }

  private void says(UpdateStatus status) {
    play.charger(SendLocalList.FROM_CSMS, new SendLocalList.Answer(status));
  }

  @Test
  void entriesAreCountedThroughFullAndDifferentialUpdates() {
    says(UpdateStatus.ACCEPTED);
    send("Full", 1, "A1", "A2", "A3");
    assertThat(read("Entries")).isEqualTo("3");
    send("Differential", 2, "a2", "A4", "-A1", "-NEVER");
    assertThat(read("Entries")).isEqualTo("3");
    says(UpdateStatus.VERSION_MISMATCH);
    send("Differential", 2, "A5");
    assertThat(read("Entries")).isEqualTo("3");
    says(UpdateStatus.ACCEPTED);
    send("Full", 3);
    assertThat(read("Entries")).isEqualTo("0");
  }

  @Test
  void aChargerThatSaysItHasNoListHasNoneUntilItTakesOne() {
    says(UpdateStatus.NOT_SUPPORTED);
    assertThat(send("Full", 1, "A1")).isEqualTo("Failed UnsupportedRequest");
    assertThat(read("Available")).isEqualTo("false");
    says(UpdateStatus.ACCEPTED);
    assertThat(send("Full", 1, "A1")).isEqualTo("Accepted");
    assertThat(read("Available")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aVersionNumberIsGreaterThanZero(int version) {
    says(UpdateStatus.ACCEPTED);
    assertThat(send("Full", version, "A1")).isEqualTo("Failed InvalidValue");
    assertThat(play.asked).isEmpty();
  }
}
