package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.Desk;
import org.ocppbridge.adapter.delivery.FakeLink;
import org.ocppbridge.adapter.delivery.Paces;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.adapter.time.FakeTime;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SettingChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.ClearCache;
import org.slf4j.LoggerFactory;

class ChargerSessionTest {
  private static final ChargerId ID = new ChargerId("CP-1");
  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FakeTime time = new FakeTime();
  private final FakeLink link = new FakeLink();
  private final FakeDialect dialect = new FakeDialect();
  private final Store store = new MemoryStore();
  private final List<Duration> leftForCharger = new ArrayList<>();
  private ChargerSession session = session(ChargerState.fresh(ID, SoapVersion.V16, 0));

  private ChargerSession session(ChargerState state) {
    ChargerCalls.Asker asker =
        new ChargerCalls.Asker() {
          @Override
          public <Q, B> ChargerReply<B> ask(
              ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest) {
            leftForCharger.add(longest);
            time.pass(Duration.ofSeconds(10));
            return new ChargerReply.Failed<>(
                new ChargerFailed(ChargerFailed.Why.SILENT, "no answer"));
          }
        };
    ChargerSession made =
        new ChargerSession(state, dialect, store, time, asker, () -> Policy.DEFAULT);
    made.attach(link, new Courier(link, made.desk(), Runnable::run, Paces.fast()), Paces.fast());
    return made;
  }

  private static Message transaction(String action) {
    return Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
  }

  private static Message latest(String action) {
    return Message.latest(action, JsonNodeFactory.instance.objectNode(), "status/1");
  }

  private static Message bounded(String action) {
    return Message.bounded(action, JsonNodeFactory.instance.objectNode(), "event");
  }

  private static Message once(String action) {
    return Message.once(action, JsonNodeFactory.instance.objectNode());
  }

  private static Step<Reply> ask(Message message, Duration patience) {
    return new Step.AskCsms<>(
        List.of(), List.of(), message, patience, List.of(), (reply, view) -> Step.Done.with(reply));
  }

  @Test
  void an_exchange_ends_with_what_the_csms_answered() {
    link.always = Optional.of(FakeLink.result());
    Reply reply = session.carryOut(view -> ask(once("Authorize"), PATIENCE), LONGEST);
    assertThat(reply).isEqualTo(FakeLink.result());
  }

  @Test
  void who_has_no_patience_is_told_nothing_but_the_message_goes_out() {
    Reply reply = session.carryOut(view -> ask(transaction("Meter"), Duration.ZERO), LONGEST);
    assertThat(reply).isInstanceOf(Reply.None.class);
    assertThat(link.sent).containsExactly("Meter");
  }

  @Test
  void a_transaction_message_is_stored_while_the_csms_is_away_and_delivered_when_it_is_back() {
    link.state = CsmsLink.State.BACK_OFF;
    session.carryOut(view -> ask(transaction("Start"), PATIENCE), LONGEST);
    assertThat(session.depth()).isEqualTo(1);
    dialect.delivered =
        (queued, reply) -> Step.Done.with(null, List.of(new Change.VersionSeen(SoapVersion.V12)));

    link.up(session.courier());
    link.answerAll();

    assertThat(session.depth()).isZero();
    assertThat(session.state().version()).isEqualTo(SoapVersion.V12);
    assertThat(store.find(ID)).contains(session.state());
  }

  @Test
  void what_waits_outside_transactions_is_there_after_a_restart_until_it_is_delivered() {
    link.state = CsmsLink.State.BACK_OFF;
    send(latest("Status1"), once("Heartbeat"), latest("Status1b"), bounded("Event"));
    session = session(store.find(ID).orElseThrow());
    assertThat(session.courier().othersWaiting()).isEqualTo(2);

    link.up(session.courier());
    link.answerAll();

    assertThat(link.sent).containsExactly("Status1b", "Event");
    assertThat(store.kept(ID)).isEmpty();
  }

  @Test
  void what_a_delivery_leads_to_is_carried_on() {
    dialect.delivered =
        (queued, reply) ->
            queued.message().action().equals("Start")
                ? new Step.AskCsms<>(
                    List.of(),
                    List.of(),
                    transaction("Stop"),
                    Duration.ZERO,
                    List.of(),
                    (none, view) ->
                        new Step.Done<>(null, List.of(), List.of(once("Then")), List.of()))
                : Step.Done.with(null);
    send(transaction("Start"));
    link.answerAll();
    assertThat(link.sent).containsExactly("Start", "Stop", "Then");
    assertThat(session.depth()).isZero();
  }

  @Test
  void an_answer_that_cannot_be_worked_on_parks_its_message_and_the_next_one_flows() {
    dialect.delivered =
        (queued, reply) -> {
          if (reply instanceof Reply.Result && queued.message().action().equals("Start")) {
            throw new IllegalStateException("odd answer");
          }
          return Step.Done.with(null, List.of(new TransactionChange.StartParked(1)));
        };
    send(transaction("Start"), transaction("Stop"));
    link.answerAll();
    assertThat(link.sent).containsExactly("Start", "Stop");
    assertThat(session.deadLetters().kept())
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("odd answer"));
  }

  @Test
  void what_cannot_be_delivered_is_a_dead_letter_and_told_in_whole() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger log = (Logger) LoggerFactory.getLogger(StateKeeper.class);
    log.addAppender(lines);
    Message stop =
        Message.transaction(
            "StopTransaction", JsonNodeFactory.instance.objectNode().put("meterStop", 4711), 9);
    try {
      session.note(
          List.of(new TransactionChange.Undeliverable(stop, "belongs to none", time.now())));
    } finally {
      log.detachAppender(lines);
    }
    assertThat(session.deadLetters().kept())
        .extracting(Store.DeadLetter::reason, letter -> letter.queued().message())
        .containsExactly(tuple("belongs to none", stop));
    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLevel()).isEqualTo(Level.WARN);
              assertThat(line.getFormattedMessage()).contains("CP-1", "StopTransaction", "4711");
            });
  }

  @Test
  void a_wake_up_comes_once_at_its_last_time() {
    Instant first = time.now().plusSeconds(60);
    Instant last = time.now().plusSeconds(90);
    session.note(List.of(new Change.WakeUp("boot", first)));
    session.note(List.of(new Change.WakeUp("boot", last)));
    session.note(List.of(new Change.WakeUp("gone", first), new Change.WakeUpOver("gone")));
    time.pass(Duration.ofSeconds(200));
    assertThat(dialect.woken).containsExactly("boot " + last);
  }

  @Test
  void a_state_that_was_kept_has_its_wake_ups_and_its_pings_again() {
    Instant due = time.now().plusSeconds(60);
    ChargerState kept =
        ChargerState.fresh(ID, SoapVersion.V16, 0)
            .apply(
                List.of(
                    new Change.WakeUp("stop/7", due),
                    new SettingChange.OfLink("WebSocketPingInterval", "45")));
    session = session(kept);
    time.pass(Duration.ofSeconds(61));
    assertThat(dialect.woken).containsExactly("stop/7 " + due);
    assertThat(link.pings).containsExactly(Duration.ofSeconds(45));
  }

  @Test
  void the_csms_sets_the_retries_and_the_pings_of_its_connection() {
    session.note(
        List.of(
            new SettingChange.OfLink("TransactionMessageAttempts", "2"),
            new SettingChange.OfLink("TransactionMessageRetryInterval", "7"),
            new SettingChange.OfLink("WebSocketPingInterval", "30")));
    assertThat(session.desk().retry()).isEqualTo(new Desk.Retry(2, Duration.ofSeconds(7)));
    assertThat(link.pings).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void the_csms_sets_the_waits_before_the_next_try_to_connect() {
    assertThat(link.retries).isEqualTo(Reconnect.DEFAULT);
    session.note(
        List.of(
            new SettingChange.OfLink("RetryBackOffWaitMinimum", "20"),
            new SettingChange.OfLink("RetryBackOffRepeatTimes", "2"),
            new SettingChange.OfLink("QueueAllMessages", "true")));
    assertThat(link.retries)
        .isEqualTo(new Reconnect(Duration.ofSeconds(20), Duration.ofSeconds(10), 2));
    assertThat(session.desk().queueAll()).isTrue();
  }

  @Test
  void all_calls_of_an_exchange_share_the_time_the_charger_may_take() {
    Step<String> second =
        new Step.AskCharger<>(
            List.of(),
            ClearCache.FROM_CSMS,
            new ClearCache.Request(),
            List.of(),
            (reply, view) -> Step.Done.with("done"));
    Step<String> first =
        new Step.AskCharger<>(
            List.of(),
            ClearCache.FROM_CSMS,
            new ClearCache.Request(),
            List.of(),
            (reply, view) -> second);
    String answer = session.carryOut(view -> first, LONGEST);
    assertThat(answer).isEqualTo("done");
    assertThat(leftForCharger).containsExactly(LONGEST, Duration.ofSeconds(15));
  }

  @Test
  void a_mapping_that_asks_for_ever_is_stopped() {
    assertThatExceptionOfType(BridgeFault.Undecided.class)
        .isThrownBy(() -> session.carryOut(view -> endless(), LONGEST))
        .withMessageContaining("CP-1");
  }

  @Test
  void nothing_overtakes_what_follows_an_answer() {
    link.up(session.courier());
    StepWalk.Ending<String> ending = session.walk(view -> answered(once("Scheduled")), LONGEST);
    session.carryOut(view -> answered(once("Installed")), LONGEST);
    assertThat(link.sent).isEmpty();
    ending.left().run();
    link.answerAll();
    assertThat(link.sent).containsExactly("Scheduled", "Installed");
  }

  @Test
  void an_answer_that_never_leaves_does_not_stop_the_rest_for_ever() {
    link.up(session.courier());
    session.walk(view -> answered(once("Scheduled")), LONGEST);
    time.pass(Duration.ofSeconds(11));
    link.answerAll();
    assertThat(link.sent).containsExactly("Scheduled");
  }

  private void send(Message... messages) {
    session.carryOut(view -> answered(messages), LONGEST);
  }

  private static Step<String> answered(Message... messages) {
    return new Step.Done<>("done", List.of(), List.of(messages), List.of());
  }

  private static Step<String> endless() {
    return new Step.AskCsms<>(
        List.of(), List.of(), once("Again"), Duration.ZERO, List.of(), (reply, view) -> endless());
  }
}
