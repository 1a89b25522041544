package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.play.AbsurdThings;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** What holds in every session, whatever the charger says and whenever the CSMS is there. */
class SessionPropertyTest {

  /** One thing that happens. */
  record Event(String name, Consumer<Session> happens) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A session with what the charger was told. */
  static final class Session {
    final Play play;
    final List<StartTransaction.Request> starts = new ArrayList<>();
    final List<Integer> told = new ArrayList<>();

    Session(SoapVersion version) {
      play = Play.accepted(version);
    }
  }

  @Property(tries = 300)
  void everyPayloadIsValidWhateverAChargerSays(
      @ForAll SoapVersion version, @ForAll("absurd") List<AbsurdThings.Asking<?>> requests) {
    Play play = Play.accepted(version);
    for (AbsurdThings.Asking<?> asking : requests) {
      play.later(Duration.ofSeconds(11));
      try {
        asking.of(play);
      } catch (BridgeFault.Undecided e) {
        assertThat(asking.operation().name()).isEqualTo("Authorize");
      }
    }
    // Play has checked each payload against its schema.
    assertThat(play.outbox).isEmpty();
  }

  @Property(tries = 200)
  void nothingIsLostWhileTheCsmsIsAway(
      @ForAll SoapVersion version, @ForAll("absurd") List<AbsurdThings.Asking<?>> requests) {
    Play play = Play.accepted(version);
    play.up = false;
    for (AbsurdThings.Asking<?> asking : requests) {
      play.later(Duration.ofSeconds(11));
      try {
        asking.of(play);
      } catch (BridgeFault.Undecided e) {
        assertThat(asking.operation().name()).isEqualTo("Authorize");
      }
    }
    int waiting = play.outbox.size();
    play.comesBack();
    play.catchUp();
    assertThat(play.outbox).isEmpty();
    assertThat(play.actions().stream().filter(SessionPropertyTest::ofTransaction).count())
        .isGreaterThanOrEqualTo(waiting);
  }

  @Provide
  Arbitrary<List<AbsurdThings.Asking<?>>> absurd() {
    return AbsurdThings.asking().list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 300)
  void aSessionKeepsItsNumbersItsOrderAndSendsEachStartOnce(
      @ForAll SoapVersion version, @ForAll("events") List<Event> events) {
    Session session = new Session(version);
    events.forEach(event -> event.happens().accept(session));
    session.play.comesBack();
    session.play.catchUp();

    assertThat(session.play.outbox).isEmpty();
    assertThat(session.told).as("numbers").allMatch(id -> id > 100);
    assertThat(new HashSet<>(session.told)).hasSize(session.play.state.transactions().all().size());
    assertThat(session.play.actions().stream().filter("StartTransaction"::equals).count())
        .as("one start for each number")
        .isEqualTo(new HashSet<>(session.told).size());
    eachMessageComesBehindItsStartAndNothingBehindItsStop(session.play);
  }

  private static void eachMessageComesBehindItsStartAndNothingBehindItsStop(Play play) {
    Set<Integer> begun = new HashSet<>();
    Set<Integer> over = new HashSet<>();
    int next = 7001;
    for (Play.Sent sent : play.sent) {
      if (sent.action().equals("StartTransaction")) {
        begun.add(next++);
        continue;
      }
      if (ofTransaction(sent.action()) && sent.payload().has("transactionId")) {
        int id = sent.payload().path("transactionId").asInt();
        assertThat(begun).as(sent.toString()).contains(id);
        if (sent.action().equals("StopTransaction")) {
          assertThat(over.add(id)).as("one stop for " + id).isTrue();
        }
      }
    }
    assertThat(
            play.state.transactions().all().values().stream()
                .filter(t -> t.phase() == Transaction.Phase.ENDED)
                .count())
        .isEqualTo(over.size());
  }

  private static boolean ofTransaction(String action) {
    return action.equals("StartTransaction")
        || action.equals("StopTransaction")
        || action.equals("MeterValues");
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Event> start =
        Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.of("A", "B"), meter())
            .as((c, tag, m) -> new Event("start " + c + tag + m, s -> start(s, c, tag, m)));
    Arbitrary<Event> again =
        Arbitraries.integers().between(0, 5).map(i -> new Event("again " + i, s -> again(s, i)));
    Arbitrary<Event> stop =
        Combinators.combine(number(), Arbitraries.of("A", "B"), meter())
            .as((n, tag, m) -> new Event("stop " + n + tag + m, s -> stop(s, n, tag, m)));
    Arbitrary<Event> values =
        Combinators.combine(Arbitraries.integers().between(0, 3), number())
            .as((c, n) -> new Event("values " + c + " " + n, s -> values(s, c, n)));
    Arbitrary<Event> world =
        Arbitraries.of(
            new Event("away", s -> s.play.up = false),
            new Event("back", s -> s.play.comesBack()),
            new Event("minute", s -> s.play.passes(Duration.ofMinutes(1))));
    return Arbitraries.oneOf(start, again, stop, values, world).list().ofMaxSize(40);
  }

  private static Arbitrary<Integer> meter() {
    return Arbitraries.integers().between(0, 50);
  }

  /** A number of the charger's, or none that was ever given out. */
  private static Arbitrary<Integer> number() {
    return Arbitraries.integers().between(-1, 106);
  }

  private static void start(Session s, int connector, String tag, int meter) {
    s.play.later(Duration.ofSeconds(61));
    StartTransaction.Request request =
        Say.start(connector, tag, s.play.now, Integer.toString(meter));
    s.starts.add(request);
    s.told.add(s.play.ask(StartTransaction.FROM_CHARGER, request).transactionId());
  }

  private static void again(Session s, int which) {
    if (which < s.starts.size()) {
      int id = s.play.ask(StartTransaction.FROM_CHARGER, s.starts.get(which)).transactionId();
      assertThat(id).isEqualTo(s.told.get(which));
    }
  }

  private static void stop(Session s, int number, String tag, int meter) {
    s.play.later(Duration.ofSeconds(1));
    s.play.ask(
        StopTransaction.FROM_CHARGER,
        new StopTransaction.Request(
            number, tag, s.play.now, BigDecimal.valueOf(meter), null, List.of()));
  }

  private static void values(Session s, int connector, int number) {
    s.play.later(Duration.ofSeconds(1));
    s.play.ask(MeterValues.FROM_CHARGER, Say.meter(connector, number, s.play.now, "5"));
  }
}
