package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.play.AbsurdThings;
import org.ocppbridge.mappings.play.Say;

/** What holds in every session, whatever the charger says and whenever the CSMS is there. */
class SessionPropertyTest {

  /** One thing that happens. */
  record Happening(String name, Consumer<Told> happens) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A session, and what the charger said and was told. */
  static final class Told {
    final Session201 session;
    final List<StartTransaction.Request> starts = new ArrayList<>();
    final List<Integer> numbers = new ArrayList<>();
    final Map<Integer, BigDecimal> ends = new HashMap<>();

    Told(SoapVersion version) {
      session = new Session201(version);
    }
  }

  @Property(tries = 400)
  void eachTransactionIsOneStartedThenUpdatedThenOneEndedWithoutAGap(
      @ForAll SoapVersion version, @ForAll("happenings") List<Happening> happenings) {
    Told told = new Told(version);
    happenings.forEach(each -> each.happens().accept(told));
    told.session.play.comesBack();
    told.session.play.catchUp();

    assertThat(told.session.play.outbox).isEmpty();
    assertThat(told.numbers).as("numbers").allMatch(id -> id > 100);
    Map<String, List<JsonNode>> byId = new HashMap<>();
    for (JsonNode event : told.session.events()) {
      String id = event.at("/transactionInfo/transactionId").asText();
      byId.computeIfAbsent(id, i -> new ArrayList<>()).add(event);
    }
    Map<String, Transaction> known = new HashMap<>();
    told.session
        .play
        .state
        .transactions()
        .all()
        .values()
        .forEach(t -> known.put(t.csmsId().orElseThrow(), t));
    assertThat(byId.keySet()).as("nothing of unknown transactions").isEqualTo(known.keySet());
    assertThat(known).hasSize(new HashSet<>(told.numbers).size());
    byId.forEach((id, events) -> isWhole(known.get(id), events, told));
  }

  @Property(tries = 300)
  void everyPayloadIsValidAndEveryAnswerGivenWhateverAChargerSays(
      @ForAll SoapVersion version, @ForAll("absurd") List<AbsurdThings.Asking<?>> requests) {
    Session201 session = new Session201(version);
    for (AbsurdThings.Asking<?> asking : requests) {
      session.later(11);
      if (asking.request() instanceof StatusNotification.Request report) {
        assertThat(ChargingStates.onStatus(report, session.play.view())).isNotNull();
      } else {
        asking.of(session.play);
      }
    }
    // Play has checked each payload against its schema.
    assertThat(session.play.outbox).isEmpty();
  }

  private static final Set<Operation<?, ?>> OURS =
      Set.of(
          Authorize.FROM_CHARGER,
          StartTransaction.FROM_CHARGER,
          MeterValues.FROM_CHARGER,
          StopTransaction.FROM_CHARGER,
          StatusNotification.FROM_CHARGER);

  @Provide
  Arbitrary<List<AbsurdThings.Asking<?>>> absurd() {
    return AbsurdThings.asking()
        .filter(asking -> OURS.contains(asking.operation()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static void isWhole(Transaction transaction, List<JsonNode> events, Told told) {
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).path("seqNo").asInt()).as("seqNo").isEqualTo(i);
    }
    List<String> types = events.stream().map(e -> e.path("eventType").asText()).toList();
    assertThat(types.getFirst()).isEqualTo("Started");
    assertThat(types).filteredOn("Started"::equals).hasSize(1);
    assertThat(types).filteredOn("Ended"::equals).hasSize(transaction.open() ? 0 : 1);
    BigDecimal begin = transaction.start().meterStart();
    assertThat(reading(events.getFirst(), "Transaction.Begin")).isEqualByComparingTo(begin);
    if (!transaction.open()) {
      assertThat(types.getLast()).isEqualTo("Ended");
      assertThat(reading(events.getLast(), "Transaction.Begin")).isEqualByComparingTo(begin);
    }
    if (told.ends.containsKey(transaction.id())) {
      assertThat(reading(events.getLast(), "Transaction.End"))
          .isEqualByComparingTo(told.ends.get(transaction.id()));
    }
  }

  private static BigDecimal reading(JsonNode event, String context) {
    List<BigDecimal> found = new ArrayList<>();
    event
        .path("meterValue")
        .forEach(
            value ->
                value
                    .path("sampledValue")
                    .forEach(
                        sample -> {
                          if (sample.path("context").asText().equals(context)) {
                            found.add(sample.path("value").decimalValue());
                          }
                        }));
    assertThat(found).as(context).hasSize(1);
    return found.getFirst();
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    Arbitrary<Integer> connector = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> meter = Arbitraries.integers().between(0, 50);
    Arbitrary<Integer> number = Arbitraries.integers().between(-1, 106);
    Arbitrary<String> tag = Arbitraries.of("A", "B");
    Arbitrary<Happening> start =
        Combinators.combine(connector, tag, meter)
            .as((c, t, m) -> new Happening("start " + c + t + m, s -> start(s, c, t, m)));
    Arbitrary<Happening> again =
        Arbitraries.integers()
            .between(0, 5)
            .map(i -> new Happening("again " + i, s -> again(s, i)));
    Arbitrary<Happening> stop =
        Combinators.combine(number, tag, meter)
            .as((n, t, m) -> new Happening("stop " + n + t + m, s -> stop(s, n, t, m)));
    Arbitrary<Happening> values =
        Combinators.combine(Arbitraries.integers().between(0, 3), number)
            .as((c, n) -> new Happening("values " + c + " " + n, s -> values(s, c, n)));
    Arbitrary<Happening> status =
        Combinators.combine(connector, Arbitraries.of(ConnectorStatus.class))
            .as((c, x) -> new Happening("status " + c + x, s -> s.session.status(c, x)));
    Arbitrary<Happening> world =
        Arbitraries.of(
            new Happening("away", s -> s.session.play.up = false),
            new Happening("back", s -> s.session.play.comesBack()),
            new Happening("minute", s -> s.session.play.passes(Duration.ofMinutes(1))));
    return Arbitraries.oneOf(start, again, stop, values, status, world).list().ofMaxSize(40);
  }

  private static void start(Told told, int connector, String tag, int meter) {
    told.session.later(61);
    StartTransaction.Request request =
        Say.start(connector, tag, told.session.play.now, Integer.toString(meter));
    told.starts.add(request);
    told.numbers.add(told.session.play.ask(StartTransaction.FROM_CHARGER, request).transactionId());
  }

  private static void again(Told told, int which) {
    if (which < told.starts.size()) {
      int id =
          told.session
              .play
              .ask(StartTransaction.FROM_CHARGER, told.starts.get(which))
              .transactionId();
      assertThat(id).isEqualTo(told.numbers.get(which));
    }
  }

  private static void stop(Told told, int number, String tag, int meter) {
    told.session.later(1);
    List<Integer> open = open(told);
    told.session.play.ask(
        StopTransaction.FROM_CHARGER,
        new StopTransaction.Request(
            number, tag, told.session.play.now, BigDecimal.valueOf(meter), null, List.of()));
    List<Integer> left = open(told);
    open.stream()
        .filter(id -> !left.contains(id))
        .forEach(id -> told.ends.put(id, BigDecimal.valueOf(meter)));
  }

  private static List<Integer> open(Told told) {
    return told.session.play.state.transactions().open().map(Transaction::id).toList();
  }

  private static void values(Told told, int connector, int number) {
    told.session.later(1);
    told.session.meter(connector, number, Session201.at(told.session.play.now, Say.sample("5")));
  }
}
