package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CSMSs that are away, deaf, slow, or particular about connections. */
class CsmsFaultsTest {
  /** Long for a machine under load, short beside the waits of the settings' defaults. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final String IMPATIENT =
      """
      soap: {host: 127.0.0.1, port: 0}
      admin: {port: 0}
      autoRegister: true
      wait: {start: 300ms, stop: 300ms, boot: 300ms, authorize: 300ms, heartbeat: 300ms}
      retry: {interval: 100ms}
      targets:
        main:
          url: URL
          callTimeout: 500ms
          handshakeTimeout: 500ms
          drainRate: RATE/s
          reconnect: {waitMinimum: 100ms, randomRange: 50ms, repeatTimes: 2}
      """;

  private static Stage impatient(Csms csms, int drainRate) {
    return new Stage(
        csms, IMPATIENT.replace("URL", csms.url()).replace("RATE", Integer.toString(drainRate)));
  }

  /** What may be wrong with the way to a CSMS. */
  enum Trouble {
    REFUSES,
    ACCEPTS_AND_SAYS_NOTHING,
    SAYS_ONE_BYTE_NOW_AND_THEN,
    IS_CONNECTED_AND_SAYS_NOTHING
  }

  @ParameterizedTest(name = "row_07: a CSMS that {0}")
  @EnumSource(Trouble.class)
  void row_07_a_session_is_answered_soon_and_delivered_in_order_when_all_is_well(Trouble trouble)
      throws Exception {
    Csms csms = Csms.start();
    try (Stage stage = impatient(csms, 500)) {
      Soap charger = stage.charger("CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      AutoCloseable hole = bad(csms, trouble);
      long begin = System.nanoTime();
      assertThat(charger.boot().status()).isEqualTo(200);
      Soap.Answer start = charger.start(1, "TAG", 1000);
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(charger.meter(1, transaction, 1500).status()).isEqualTo(200);
      assertThat(charger.authorize("TAG-2").fault()).isTrue();
      assertThat(charger.heartbeat().status()).isEqualTo(200);
      assertThat(charger.stop(transaction, "TAG", 2000).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);

      hole.close();
      if (trouble == Trouble.IS_CONNECTED_AND_SAYS_NOTHING) {
        csms.goAway();
      }
      csms.comeBack();
      csms.awaitOne("StopTransaction");
      stage.awaitNothingWaits("CP-1");
      assertThat(transactionActions(csms).stream().distinct())
          .containsExactly("StartTransaction", "MeterValues", "StopTransaction");
      assertThat(csms.frameIds()).doesNotHaveDuplicates();
    }
  }

  private static AutoCloseable bad(Csms csms, Trouble trouble) {
    if (trouble != Trouble.IS_CONNECTED_AND_SAYS_NOTHING) {
      csms.goAway();
    }
    return switch (trouble) {
      case REFUSES -> () -> {};
      case ACCEPTS_AND_SAYS_NOTHING -> new Hole(csms, false);
      case SAYS_ONE_BYTE_NOW_AND_THEN -> new Hole(csms, true);
      case IS_CONNECTED_AND_SAYS_NOTHING -> {
        csms.server().goSilent();
        yield () -> {};
      }
    };
  }

  private static List<String> transactionActions(Csms csms) {
    return csms.actions().stream()
        .filter(List.of("StartTransaction", "MeterValues", "StopTransaction")::contains)
        .toList();
  }

  /** Takes connections where a CSMS should be. */
  private static final class Hole implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> taken = new ArrayList<>();

    Hole(Csms csms, boolean talks) {
      try {
        server =
            new ServerSocket(
                URI.create(csms.url()).getPort(), 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.ofVirtual().start(() -> take(talks));
    }

    private void take(boolean talks) {
      try {
        while (true) {
          Socket socket = server.accept();
          synchronized (taken) {
            taken.add(socket);
          }
          if (talks) {
            socket.getOutputStream().write('H');
          }
        }
      } catch (IOException closed) {
        // That is how it ends.
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      synchronized (taken) {
        for (Socket socket : taken) {
          socket.close();
        }
      }
    }
  }

  @Test
  void row_10_a_csms_that_refuses_a_second_connection_for_a_while_is_not_flooded() {
    try (Stage stage = impatient(Csms.start(), 500)) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      csms.server().refuse(409);
      csms.server().drop("CP-1");
      stage.awaitLink("CP-1", "BACK_OFF");
      long begin = System.nanoTime();
      int before = csms.server().requests().size();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      Eventually.is("five tries", () -> csms.server().requests().size() >= before + 5);
      long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      int tries = csms.server().requests().size() - before;
      assertThat(tries).isLessThanOrEqualTo((int) (took / 100) + 2);

      csms.server().letIn();
      charger.stop(transaction, "TAG", 5);
      csms.awaitOne("StopTransaction");
      assertThat(csms.calls("StartTransaction")).hasSize(1);
      assertThat(csms.server().mostAtOnce()).isEqualTo(1);
    }
  }

  @Test
  void row_11_a_link_that_went_deaf_is_closed_before_the_next_one_is_opened() {
    Csms csms = Csms.start();
    String pings = "pingInterval: 200ms\n    pongTimeout: 200ms\n    callTimeout: 500ms";
    String settings = IMPATIENT.replace("callTimeout: 500ms", pings);
    try (Stage stage =
        new Stage(csms, settings.replace("URL", csms.url()).replace("RATE", "500"))) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      csms.awaitConnected("CP-1");
      csms.server().answerPings(false);
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      Eventually.is("another connection", () -> csms.server().requests().size() >= 2);
      csms.server().answerPings(true);
      charger.stop(transaction, "TAG", 5);

      csms.awaitOne("StopTransaction");
      Eventually.is("one connection", () -> csms.server().open("CP-1") == 1);
      assertThat(csms.server().mostAtOnce()).isEqualTo(1);
    }
  }

  @Test
  void row_29_what_waited_comes_at_the_drain_rate_however_many_reconnect() {
    int chargers = 20;
    int rate = 50;
    try (Stage stage = impatient(Csms.away(), rate)) {
      Csms csms = stage.csms();
      List<Soap> fleet =
          IntStream.rangeClosed(1, chargers).mapToObj(n -> stage.charger("CP-" + n)).toList();
      for (Soap charger : fleet) {
        for (int round = 0; round < 4; round++) {
          int transaction = charger.start(1, "TAG", round).number("transactionId");
          charger.stop(transaction, "", round);
        }
      }

      csms.comeBack();
      long begin = System.nanoTime();
      csms.await("StopTransaction", 4 * chargers);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);

      assertThat(took).isGreaterThan(Duration.ofMillis(8L * chargers * 1000 / rate - 300));
      fleet.forEach(charger -> stage.awaitNothingWaits(charger.id()));
      assertThat(csms.calls("StartTransaction")).hasSize(4 * chargers);
      assertThat(csms.calls("StopTransaction")).hasSize(4 * chargers);
    }
  }
}
