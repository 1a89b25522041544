package org.ocppbridge.adapter.csms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;

@Timeout(60)
class LinkOverSocketsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Reconnect AT_ONCE =
      new Reconnect(Duration.ofMillis(20), Duration.ofMillis(20), 0);

  private final TestCsms csms = TestCsms.start();
  private final CsmsLinks links = new CsmsLinks();
  private final Recorder told = new Recorder();
  private CsmsTarget target =
      CsmsTarget.of("main", csms.url(), Target.OCPP16).withReconnect(AT_ONCE);

  @AfterEach
  void stop() {
    links.close();
    csms.close();
  }

  private CsmsLink up() {
    CsmsLink link = links.create(LinkSettings.of(target, "CP1"), told);
    link.open();
    awaitUp(link);
    return link;
  }

  private static void awaitUp(CsmsLink link) {
    await().atMost(10, TimeUnit.SECONDS).until(() -> link.state() == State.UP);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void calls_go_both_ways() throws Exception {
    CsmsLink link = up();
    assertThat(link.call("Heartbeat", empty()).get(10, TimeUnit.SECONDS))
        .isEqualTo(new Reply.Result(empty()));
    assertThat(csms.received().poll().json().path(2).asText()).isEqualTo("Heartbeat");
    csms.send("CP1", "[2,\"a\",\"Reset\",{\"type\":\"Hard\"}]");
    CsmsLink.Incoming reset = told.calls.poll(10, TimeUnit.SECONDS);
    assertThat(reset.payload().path("type").asText()).isEqualTo("Hard");
    reset
        .answer(new CsmsAnswer.Result(empty().put("status", "Accepted")))
        .get(10, TimeUnit.SECONDS);
    assertThat(csms.received().poll(10, TimeUnit.SECONDS).text())
        .isEqualTo("[3,\"a\",{\"status\":\"Accepted\"}]");
  }

  @Test
  void message_ids_are_never_used_twice() throws Exception {
    CsmsLink link = up();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      link.call("Heartbeat", empty()).get(10, TimeUnit.SECONDS);
      String id = csms.received().poll().json().path(1).asText();
      assertThat(id).hasSizeLessThanOrEqualTo(Frame.ID_LENGTH_MAX);
      assertThat(ids.add(id)).isTrue();
    }
  }

  @Test
  void a_clean_close_by_the_csms_is_followed_by_a_new_connection() {
    up();
    csms.close("CP1", 1000, "bye");
    await().until(() -> told.events.size() >= 3);
    assertThat(told.events)
        .startsWith("up", "down: the CSMS closed the connection: 1000 bye", "up");
    assertThat(csms.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void a_cut_connection_is_noticed_and_replaced() {
    up();
    csms.drop("CP1");
    await().until(() -> told.events.size() >= 3);
    assertThat(told.events.get(1)).startsWith("down: ");
    assertThat(told.events.get(2)).isEqualTo("up");
  }

  @Test
  void closing_sends_1000_and_ends_the_socket() {
    CsmsLink link = up();
    link.close();
    assertThat(link.state()).isEqualTo(State.CLOSED);
    await().until(() -> csms.open() == 0 && links.openLinks() == 0);
    assertThat(csms.closeCodes()).containsExactly(1000);
    link.open();
    awaitUp(link);
    assertThat(told.events).containsExactly("up", "up");
  }

  @Test
  void a_frame_over_the_limit_ends_in_1009() {
    target = target.withFrameMax(2048);
    up();
    csms.send("CP1", "[2,\"a\",\"DataTransfer\",{\"data\":\"" + "x".repeat(5000) + "\"}]");
    await().until(() -> csms.closeCodes().contains(1009));
    await().until(() -> told.events.size() >= 3);
    assertThat(told.calls).isEmpty();
  }

  @Test
  void a_frame_up_to_the_limit_passes() throws Exception {
    up();
    csms.send("CP1", "[2,\"a\",\"DataTransfer\",{\"data\":\"" + "x".repeat(1_000_000) + "\"}]");
    assertThat(told.calls.poll(10, TimeUnit.SECONDS).payload().path("data").asText())
        .hasSize(1_000_000);
  }

  @Test
  void a_binary_message_ends_in_1003() {
    up();
    csms.sendBinary("CP1", new byte[] {1, 2, 3});
    await().until(() -> csms.closeCodes().contains(1003));
    await().until(() -> told.events.size() >= 3);
    assertThat(told.events.get(1)).contains("binary");
  }

  @Test
  void a_csms_that_answers_no_pings_is_left_and_dialled_again() {
    csms.answerPings(false);
    target =
        target.withTimes(
            new CsmsTarget.Times(SECOND, Duration.ofMillis(50), Duration.ofMillis(50), SECOND));
    up();
    await().until(() -> told.events.size() >= 3);
    assertThat(told.events.get(1)).isEqualTo("down: no pong within 50 ms");
  }

  @Test
  void pings_keep_a_quiet_link_up() {
    target =
        target.withTimes(
            new CsmsTarget.Times(SECOND, Duration.ofMillis(100), Duration.ofMillis(100), SECOND));
    up();
    await().until(() -> csms.pings() >= 4);
    assertThat(told.events).containsExactly("up");
  }

  @Test
  void a_csms_that_stops_reading_does_not_fill_the_memory() {
    CsmsLink link = up();
    csms.stopReading("CP1");
    String data = "x".repeat(900_000);
    Duration shortly = Duration.ofMillis(1);
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(20, TimeUnit.SECONDS)
        .until(
            () -> {
              link.call("DataTransfer", empty().put("data", data), shortly);
              return told.events.size() >= 2;
            });
    assertThat(told.events.get(1)).isEqualTo("down: the CSMS does not read what it is sent");
  }

  @Test
  void a_refusing_csms_is_asked_again_and_then_served() {
    csms.refuse(503);
    CsmsLink link = links.create(LinkSettings.of(target, "CP1"), told);
    link.open();
    await().until(() -> csms.requests().size() >= 3);
    assertThat(link.trouble()).contains("503");
    csms.letIn();
    awaitUp(link);
    assertThat(link.trouble()).isEmpty();
  }

  @Test
  void frames_greeting_a_new_connection_are_delivered_after_up() throws Exception {
    csms.greetWith("[2,\"a\",\"TriggerMessage\",{}]");
    up();
    assertThat(told.calls.poll(10, TimeUnit.SECONDS).action()).isEqualTo("TriggerMessage");
    assertThat(told.events).containsExactly("up", "call TriggerMessage");
  }

  @Test
  void bytes_that_are_no_websocket_frames_end_the_connection() throws IOException {
    RawServer.Script script =
        (head, socket) -> {
          socket.getOutputStream().write(RawServer.upgrade(head).getBytes(UTF_8));
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        };
    try (RawServer server = new RawServer(script)) {
      CsmsLink link =
          links.create(
              LinkSettings.of(CsmsTarget.of("raw", server.url(), Target.OCPP16), "CP1"), told);
      link.open();
      await().until(() -> link.state() == State.BACK_OFF);
      assertThat(link.trouble()).contains("broke");
      link.close();
    }
  }

  @Test
  void two_thousand_links_come_back_after_a_restart_of_the_csms() {
    target =
        target
            .withPace(new CsmsTarget.Pace(2000, 100))
            .withReconnect(new Reconnect(Duration.ofMillis(100), SECOND, 5));
    List<CsmsLink> fleet =
        IntStream.range(0, 2000)
            .mapToObj(i -> links.create(LinkSettings.of(target, "CP" + i), told))
            .toList();
    fleet.forEach(CsmsLink::open);
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> fleet.stream().allMatch(link -> link.state() == State.UP));
    int port = csms.port();
    csms.close();
    try (TestCsms again = TestCsms.start(port)) {
      await().atMost(20, TimeUnit.SECONDS).until(() -> again.open() == 2000);
      await().until(() -> fleet.stream().allMatch(link -> link.state() == State.UP));
      assertThat(again.mostAtOnce()).isEqualTo(1);
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().startsWith("csms")))
          .hasSizeLessThan(10);
      links.close();
      await().until(() -> again.open() == 0); // the other side hears of it a little later
    }
  }
}
