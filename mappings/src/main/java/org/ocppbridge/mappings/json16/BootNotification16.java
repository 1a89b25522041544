package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;

/**
 * BootNotification: forwarded and waited for, but for repetitions; sent again by the bridge until
 * the CSMS accepts (MR A2, D11). A boot is no proof of a restart: chargers also send it when their
 * address may have changed (OCPP-S 1.6 §7.1).
 */
final class BootNotification16 {

  /** Reason of the wake-up that sends the BootNotification again. */
  static final String WAKE_UP = "boot";

  static final String ACTION = "BootNotification";

  /** The same content within this time is a repetition. */
  private static final Duration REPEATED = Duration.ofSeconds(30);

  /** Wait for the next try if the CSMS named none. */
  private static final Duration RETRY = Duration.ofSeconds(60);

  private BootNotification16() {}

  static Step<BootNotification.Answer> step(BootNotification.Request request, ChargerView view) {
    Registration known = view.state().registration();
    Instant now = view.now();
    boolean same = known.boot().filter(request::equals).isPresent();
    if (view.state().commands().expects(ACTION, now)) {
      return forward(request, view);
    }
    if (same && wasRefusedButIsAcceptedNow(known)) {
      BootNotification.Answer answer =
          answer(
              RegistrationStatus.ACCEPTED, now, known.intervalSeconds(), view, new ArrayList<>());
      return Step.Done.with(answer, List.of(new RegistrationChange.Told(answer)));
    }
    if (same && known.told().isPresent() && now.isBefore(known.bootAt().plus(REPEATED))) {
      BootNotification.Answer told = known.told().get();
      return Step.Done.with(new BootNotification.Answer(told.status(), now, told.interval()));
    }
    Optional<Duration> left = leftOfInterval(known, now);
    return left.isPresent() ? tooEarly(known, left.get(), view) : forward(request, view);
  }

  /** The CSMS accepted between two boots of the charger: this one is a retry, not a restart. */
  private static boolean wasRefusedButIsAcceptedNow(Registration known) {
    return known.is(RegistrationStatus.ACCEPTED)
        && known.told().filter(a -> a.status() != RegistrationStatus.ACCEPTED).isPresent();
  }

  private static Optional<Duration> leftOfInterval(Registration known, Instant now) {
    if (known.status().isEmpty() || known.is(RegistrationStatus.ACCEPTED)) {
      return Optional.empty();
    }
    Duration left = Duration.between(now, known.at().plus(retry(known.intervalSeconds())));
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  private static Step<BootNotification.Answer> tooEarly(
      Registration known, Duration left, ChargerView view) {
    int seconds = Math.max(1, (int) Math.min(Integer.MAX_VALUE, left.toSeconds()));
    BootNotification.Answer answer =
        answer(known.status().orElseThrow(), view.now(), seconds, view, new ArrayList<>());
    return Step.Done.with(answer, List.of(new RegistrationChange.Told(answer)));
  }

  private static Step<BootNotification.Answer> forward(
      BootNotification.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    changes.add(new RegistrationChange.Booted(request, view.now()));
    changes.add(new CommandChange.Triggered(ACTION, Optional.empty()));
    return new Step.AskCsms<>(
        changes,
        List.of(),
        message(request, losses),
        view.policy().waits().boot(),
        losses,
        BootNotification16::answer);
  }

  private static Message message(BootNotification.Request r, List<Loss> losses) {
    ObjectNode payload =
        Json.tree(
            new BootNotification.Request(
                named(r.chargePointVendor(), "chargePointVendor", losses),
                named(r.chargePointModel(), "chargePointModel", losses),
                present(r.chargePointSerialNumber()),
                present(r.chargeBoxSerialNumber()),
                present(r.firmwareVersion()),
                present(r.iccid()),
                present(r.imsi()),
                present(r.meterType()),
                present(r.meterSerialNumber())));
    return Message.latest(ACTION, Limits16.TABLE.cut(ACTION, payload, losses), "boot");
  }

  private static String named(String text, String field, List<Loss> losses) {
    if (present(text) == null) {
      losses.add(Loss.defaulted(field, "was empty"));
      return "Unknown";
    }
    return text;
  }

  private static String present(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Step<BootNotification.Answer> answer(Reply reply, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    List<Change> changes = new ArrayList<>(noted(reply, view));
    Optional<RegistrationStatus> said = status(reply);
    BootNotification.Answer answer =
        said.map(status -> said(status, reply, view, losses))
            .orElseGet(() -> fallback(reply, view, losses));
    changes.add(new RegistrationChange.Told(answer));
    return new Step.Done<>(answer, changes, List.of(), losses);
  }

  private static Optional<RegistrationStatus> status(Reply reply) {
    return Answers.result(reply)
        .flatMap(p -> Answers.word(p.path("status"), RegistrationStatus.class));
  }

  private static int interval(Reply reply) {
    return Answers.result(reply)
        .flatMap(p -> Answers.number(p.path("interval")))
        .map(seconds -> Math.clamp(seconds, 0, Integer.MAX_VALUE))
        .orElse(0);
  }

  private static BootNotification.Answer said(
      RegistrationStatus status, Reply reply, ChargerView view, List<Loss> losses) {
    Instant time =
        Answers.result(reply).flatMap(p -> Answers.time(p.path("currentTime"))).orElse(view.now());
    return answer(status, time, interval(reply), view, losses);
  }

  /** The CSMS is away: a charger it accepted before may go on (MR A2). */
  private static BootNotification.Answer fallback(
      Reply reply, ChargerView view, List<Loss> losses) {
    losses.add(Loss.synthesised("status", "the CSMS gave no answer: " + reply));
    Registration known = view.state().registration();
    return known.is(RegistrationStatus.ACCEPTED)
        ? answer(RegistrationStatus.ACCEPTED, view.now(), known.intervalSeconds(), view, losses)
        : answer(RegistrationStatus.REJECTED, view.now(), 0, view, losses);
  }

  /** The answer in the words the charger's version has, with an interval that keeps it in sight. */
  private static BootNotification.Answer answer(
      RegistrationStatus status, Instant time, int interval, ChargerView view, List<Loss> losses) {
    boolean noPending = view.state().version() != SoapVersion.V16;
    RegistrationStatus sayable =
        status == RegistrationStatus.PENDING && noPending ? RegistrationStatus.REJECTED : status;
    if (sayable != status) {
      losses.add(
          Loss.changed(
              "status",
              "was "
                  + status.wire()
                  + ", which "
                  + view.state().version()
                  + " cannot say: "
                  + sayable.wire()));
    }
    int min = (int) view.policy().heartbeatMin().toSeconds();
    int max = (int) view.policy().heartbeatMax().toSeconds();
    boolean accepted = status == RegistrationStatus.ACCEPTED;
    int wanted = interval > 0 ? interval : accepted ? max : (int) RETRY.toSeconds();
    int held = accepted ? Math.clamp(wanted, min, max) : Math.min(wanted, max);
    if (held != interval && interval > 0) {
      losses.add(Loss.changed("interval", "was " + interval + ", held at " + held + " s"));
    }
    return new BootNotification.Answer(sayable, time, held);
  }

  private static Duration retry(int intervalSeconds) {
    return intervalSeconds > 0 ? Duration.ofSeconds(intervalSeconds) : RETRY;
  }

  /** What an answer of the CSMS changes, whoever asked. */
  private static List<Change> noted(Reply reply, ChargerView view) {
    Optional<RegistrationStatus> said = status(reply);
    if (said.isEmpty()) {
      // While the CSMS is away the message is kept for it; one that timed out is gone.
      boolean owed = reply instanceof Reply.None none && none.kept();
      return List.of(
          new RegistrationChange.Owed(owed), new Change.WakeUp(WAKE_UP, view.now().plus(RETRY)));
    }
    int interval = interval(reply);
    Change answered = new RegistrationChange.Answered(said.get(), interval, view.now());
    return said.get() == RegistrationStatus.ACCEPTED
        ? List.of(answered, new Change.WakeUpOver(WAKE_UP))
        : List.of(answered, new Change.WakeUp(WAKE_UP, view.now().plus(retry(interval))));
  }

  /** The answer to a boot that nobody waits for any more. */
  static Step<Void> delivered(Reply reply, ChargerView view) {
    return Step.Done.with(null, noted(reply, view));
  }

  /** Sends the boot again if the CSMS has not accepted the charger, or never got its last one. */
  static Step<Void> woken(ChargerView view) {
    Registration known = view.state().registration();
    boolean answered = !known.owed() && !known.bootAt().isAfter(known.at());
    if (known.is(RegistrationStatus.ACCEPTED) && answered) {
      return Step.Done.with(null, List.of(new Change.WakeUpOver(WAKE_UP)));
    }
    return known
        .boot()
        .or(() -> view.policy().assumedBoot())
        .map(boot -> sendAgain(boot, view))
        .orElseGet(() -> Step.Done.with(null, List.of(new Change.WakeUpOver(WAKE_UP))));
  }

  /**
   * A charger that speaks but never booted: the CSMS may take nothing before a BootNotification.
   */
  static Step<Void> connected(ChargerView view) {
    Registration known = view.state().registration();
    boolean neverBooted = known.boot().isEmpty() && known.status().isEmpty();
    return neverBooted && view.policy().assumedBoot().isPresent()
        ? sendAgain(view.policy().assumedBoot().get(), view)
        : Step.Done.with(null);
  }

  private static Step<Void> sendAgain(BootNotification.Request boot, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    losses.add(Loss.synthesised(ACTION, "sent by the bridge"));
    return new Step.AskCsms<>(
        List.of(new Change.WakeUpOver(WAKE_UP)),
        List.of(),
        message(boot, losses),
        view.policy().waits().boot(),
        losses,
        (reply, later) -> Step.Done.with(null, noted(reply, later)));
  }
}
