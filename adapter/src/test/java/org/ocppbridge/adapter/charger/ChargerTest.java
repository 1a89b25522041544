package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.config.BridgeConfig.Presence.OnSilence;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Contact;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.RegistrationStatus;

class ChargerTest extends ChargerCase {
  /** The CSMS accepted the charger with one interval, and it was told another. */
  private void registered(int csmsInterval, int toldInterval) {
    Instant now = time.now();
    charger
        .session()
        .note(
            List.of(
                new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, csmsInterval, now),
                new RegistrationChange.Told(
                    new BootNotification.Answer(RegistrationStatus.ACCEPTED, now, toldInterval))));
  }

  private State afterSilence(Duration silence) {
    time.pass(silence);
    charger.closeIfSilent();
    return link.state;
  }

  @Test
  void the_first_request_opens_the_link_and_keeps_version_and_address() {
    charger.heard(caller(SoapVersion.V12));
    assertThat(link.state).isEqualTo(State.CLOSED);
    charger.answer(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    assertThat(link.state).isEqualTo(State.UP);
    assertThat(charger.session().state().version()).isEqualTo(SoapVersion.V12);
    assertThat(charger.session().state().contact())
        .contains(new Contact("http://10.1.2.3:8090/", "10.1.2.3", false));
  }

  @Test
  void silence_is_measured_by_what_the_charger_was_told_not_by_what_the_csms_said() {
    speaks();
    registered(86_400, 300);
    assertThat(afterSilence(Duration.ofSeconds(900))).isEqualTo(State.UP);
    assertThat(afterSilence(Duration.ofSeconds(1))).isEqualTo(State.CLOSED);
  }

  @Test
  void a_charger_that_was_told_an_interval_although_the_csms_named_none_does_not_flap() {
    speaks();
    registered(0, 300);
    assertThat(afterSilence(Duration.ofSeconds(301))).isEqualTo(State.UP);
  }

  @Test
  void a_charger_that_never_booted_may_be_silent_for_the_longest_interval() {
    speaks();
    assertThat(afterSilence(Duration.ofSeconds(900))).isEqualTo(State.UP);
    assertThat(afterSilence(Duration.ofSeconds(1))).isEqualTo(State.CLOSED);
  }

  @Test
  void a_charger_that_speaks_again_has_its_link_opened_again() {
    speaks();
    assertThat(afterSilence(Duration.ofHours(1))).isEqualTo(State.CLOSED);
    speaks();
    assertThat(afterSilence(Duration.ofSeconds(10))).isEqualTo(State.UP);
  }

  @Test
  void the_link_stays_until_the_csms_has_the_transactions_of_a_charger_that_fell_silent() {
    speaks();
    link.state = State.BACK_OFF;
    send(message("Start"), message("Stop"));
    assertThat(afterSilence(Duration.ofHours(1))).isEqualTo(State.BACK_OFF);

    link.up(charger.session().courier());
    assertThat(afterSilence(Duration.ofSeconds(10))).isEqualTo(State.UP);
    link.answerAll();
    assertThat(afterSilence(Duration.ofSeconds(10))).isEqualTo(State.CLOSED);
    assertThat(link.sent).containsExactly("Start", "Stop");
  }

  @Test
  void the_link_stays_while_another_message_waits_or_is_under_way() {
    speaks();
    Message status = Message.latest("Status", JsonNodeFactory.instance.objectNode(), "status/1");
    send(status);
    assertThat(afterSilence(Duration.ofHours(1))).isEqualTo(State.UP);
    link.down(charger.session().courier());
    assertThat(afterSilence(Duration.ofHours(1))).isEqualTo(State.BACK_OFF);
    link.up(charger.session().courier());
    link.answerAll();
    assertThat(afterSilence(Duration.ofSeconds(10))).isEqualTo(State.CLOSED);
  }

  @Test
  void with_keep_the_link_of_a_silent_charger_stays() {
    charger = charger(OnSilence.KEEP);
    speaks();
    assertThat(afterSilence(Duration.ofDays(1))).isEqualTo(State.UP);
  }

  @Test
  void what_follows_a_command_leaves_after_its_answer() {
    speaks();
    dialect.ofCsms =
        view ->
            new Step.Done<>(
                new CsmsAnswer.Result(JsonNodeFactory.instance.objectNode()),
                List.of(),
                List.of(message("Then")),
                List.of());
    Call call = new Call(JsonNodeFactory.instance.objectNode());
    charger.call(call);
    assertThat(call.answers).hasSize(1);
    assertThat(link.sent).isEmpty();
    call.left.complete(null);
    assertThat(link.sent).containsExactly("Then");
  }

  @Test
  void a_command_whose_payload_is_no_object_is_refused() {
    speaks();
    Call call = new Call(JsonNodeFactory.instance.arrayNode());
    charger.call(call);
    assertThat(call.answers)
        .singleElement()
        .isInstanceOfSatisfying(
            CsmsAnswer.Error.class, error -> assertThat(error.code()).isEqualTo("InvalidCall"));
  }

  @Test
  void an_error_of_the_bridge_is_an_answer_too() {
    speaks();
    dialect.ofCsms =
        view -> {
          throw new IllegalStateException("a bug");
        };
    Call call = new Call(JsonNodeFactory.instance.objectNode());
    charger.call(call);
    assertThat(call.answers)
        .containsExactly(dialect.error(new BridgeFault.Undecided("an error of the bridge")));
  }

  @Test
  void a_command_of_the_operator_ends_what_it_began_and_nothing_else() {
    speaks();
    charger.command("ClearCache", JsonNodeFactory.instance.objectNode());
    assertThat(charger.session().occupancy().enter()).isTrue();
    assertThat(charger.session().retire()).as("while something is under way").isFalse();
    charger.session().occupancy().leave();
    link.answerAll();
    assertThat(charger.session().retire()).isTrue();

    assertThat(charger.command("ClearCache", JsonNodeFactory.instance.objectNode()))
        .isInstanceOf(CsmsAnswer.Silence.class);
  }

  /** A CALL of the CSMS; the test says when its answer has left. */
  private static final class Call implements CsmsLink.Incoming {
    private final List<CsmsAnswer> answers = new ArrayList<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final JsonNode payload;

    Call(JsonNode payload) {
      this.payload = payload;
    }

    @Override
    public String messageId() {
      return "m1";
    }

    @Override
    public String action() {
      return "ClearCache";
    }

    @Override
    public JsonNode payload() {
      return payload;
    }

    @Override
    public CompletableFuture<Void> answer(CsmsAnswer answer) {
      answers.add(answer);
      return left;
    }
  }
}
