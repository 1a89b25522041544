package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.mappings.Loss;

/** Sends each request of {@code field-cases.yaml} to a running server. */
class FieldCasesTest {

  private static FakeRequests requests;
  private static SoapServer server;

  @BeforeAll
  static void start() {
    requests = new FakeRequests();
    SoapSettings settings = SoapSettings.DEFAULT.at("127.0.0.1", 0).aliased(List.of("/steve/services/"));
    server = new SoapServer(settings, requests, id -> ZoneOffset.UTC, InstantSource.fixed(FakeRequests.NOW));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    requests.asked.clear();
  }

  static List<FieldCase> cases() throws IOException {
    return FieldCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFieldsRequestGetsTheRightAnswer(FieldCase field) throws IOException {
    RawHttp.Answer answer = RawHttp.exchange(server.address(), field.request());
    assertThat(answer.status()).as(answer.text()).isEqualTo(field.status() == null ? 200 : field.status());
    listOf(field.answer()).forEach(text -> assertThat(answer.text()).contains(FieldCase.filled(text)));
    listOf(field.not()).forEach(text -> assertThat(answer.text()).doesNotContain(FieldCase.filled(text)));
    if (answer.status() == 200) {
      checkQuestion(field);
      checkForm(answer);
    } else {
      assertThat(requests.asked).isEmpty();
    }
  }

  private static void checkQuestion(FieldCase field) {
    assertThat(requests.asked).hasSize(1);
    FakeRequests.Asked asked = requests.asked.element();
    if (field.operation() != null) {
      assertThat(asked.operation().name()).isEqualTo(field.operation());
    }
    assertThat(asked.caller().id().value()).isEqualTo(field.identity() == null ? "CP-1" : field.identity());
    if (field.from() != null) {
      assertThat(asked.caller().from()).isEqualTo(field.from().equals("none") ? Optional.empty() : Optional.of(field.from()));
    }
    listOf(field.question()).forEach(text -> assertThat(asked.question().toString()).contains(text));
    if (field.losses() != null) {
      assertThat(asked.losses()).extracting(Loss::field).containsExactlyInAnyOrderElementsOf(field.losses());
    }
  }

  /** H7: whatever the request, the answer is UTF-8 and says so twice. */
  private static void checkForm(RawHttp.Answer answer) {
    assertThat(answer.header("Content-Type").orElse("")).endsWith("charset=utf-8");
    assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  private static List<String> listOf(List<String> list) {
    return list == null ? List.of() : list;
  }
}
