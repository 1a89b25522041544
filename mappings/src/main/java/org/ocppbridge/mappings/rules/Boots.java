package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;

/**
 * How a charger is registered: which boots the bridge answers itself, what a charger is told, what
 * the answers of the CSMS change (MR A2, D11).
 *
 * @param gatePending whether a charger that has no word for Pending is told Accepted; else Rejected
 */
public record Boots(boolean gatePending) {

  private static final String ACTION = "BootNotification";

  /** Reason of the wake-up that sends the BootNotification again. */
  public static final String WAKE_UP = "boot";

  /** What all BootNotifications have in common as messages. */
  public static final String KEY = "boot";

  /** The same content within this time is a repetition. */
  private static final Duration REPEATED = Duration.ofSeconds(30);

  /** Wait for the next try if the CSMS named none. */
  private static final Duration RETRY = Duration.ofSeconds(60);

  /**
   * The answer to a boot that is not forwarded: a repetition that follows no reset, one inside the
   * interval of a charger that is not accepted (B02.FR.04, B03.FR.02), or a retry after the CSMS
   * accepted. One that the CSMS triggered is always forwarded.
   */
  public Optional<BootNotification.Answer> unforwarded(
      BootNotification.Request request, ChargerView view) {
    Registration known = view.state().registration();
    Instant now = view.now();
    if (view.state().commands().expects(ACTION, now)) {
      return Optional.empty();
    }
    boolean same = known.boot().filter(request::equals).isPresent();
    if (same && wasRefusedButIsAcceptedNow(known)) {
      return Optional.of(
          answer(
              RegistrationStatus.ACCEPTED, now, known.intervalSeconds(), view, new ArrayList<>()));
    }
    boolean restarted =
        view.state().commands().reset().filter(r -> r.at().isAfter(known.bootAt())).isPresent();
    if (same
        && !restarted
        && known.told().isPresent()
        && now.isBefore(known.bootAt().plus(REPEATED))) {
      BootNotification.Answer told = known.told().get();
      return Optional.of(new BootNotification.Answer(told.status(), now, told.interval()));
    }
    return leftOfInterval(known, now)
        .map(
            left ->
                answer(
                    known.status().orElseThrow(),
                    now,
                    Math.clamp(left.toSeconds(), 1, Integer.MAX_VALUE),
                    view,
                    new ArrayList<>()));
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
    return Optional.of(left).filter(Duration::isPositive);
  }

  /** What the charger is told for the CSMS's answer; without one, what the bridge decides. */
  public BootNotification.Answer answer(Reply reply, ChargerView view, List<Loss> losses) {
    return status(reply)
        .map(status -> said(status, reply, view, losses))
        .orElseGet(() -> fallback(reply, view, losses));
  }

  /** The status of an answer, if it says one. */
  public static Optional<RegistrationStatus> status(Reply reply) {
    return Answers.result(reply)
        .flatMap(p -> Answers.word(p.path("status"), RegistrationStatus.class));
  }

  private static int interval(Reply reply) {
    return Answers.result(reply)
        .flatMap(p -> Answers.number(p.path("interval")))
        .map(seconds -> Math.clamp(seconds, 0, Integer.MAX_VALUE))
        .orElse(0);
  }

  private BootNotification.Answer said(
      RegistrationStatus status, Reply reply, ChargerView view, List<Loss> losses) {
    Instant time =
        Answers.result(reply).flatMap(p -> Answers.time(p.path("currentTime"))).orElse(view.now());
    return answer(status, time, interval(reply), view, losses);
  }

  /** The CSMS is away: a charger it accepted before may go on (MR A2). */
  private BootNotification.Answer fallback(Reply reply, ChargerView view, List<Loss> losses) {
    losses.add(Loss.synthesised("status", "the CSMS gave no answer: " + reply));
    Registration known = view.state().registration();
    return known.is(RegistrationStatus.ACCEPTED)
        ? answer(RegistrationStatus.ACCEPTED, view.now(), known.intervalSeconds(), view, losses)
        : answer(RegistrationStatus.REJECTED, view.now(), 0, view, losses);
  }

  /** The answer in the words the charger's version has, with an interval that keeps it in sight. */
  private BootNotification.Answer answer(
      RegistrationStatus status, Instant time, int interval, ChargerView view, List<Loss> losses) {
    int min = (int) view.policy().heartbeatMin().toSeconds();
    int max = (int) view.policy().heartbeatMax().toSeconds();
    boolean accepted = status == RegistrationStatus.ACCEPTED;
    int wanted = interval > 0 ? interval : accepted ? max : (int) RETRY.toSeconds();
    int held = accepted ? Math.clamp(wanted, min, max) : Math.min(wanted, max);
    if (held != interval && interval > 0) {
      losses.add(Loss.changed("interval", "was " + interval + ", held at " + held + " s"));
    }
    return new BootNotification.Answer(sayable(status, view, losses), time, held);
  }

  private RegistrationStatus sayable(
      RegistrationStatus status, ChargerView view, List<Loss> losses) {
    SoapVersion version = view.state().version();
    if (status != RegistrationStatus.PENDING || version == SoapVersion.V16) {
      return status;
    }
    RegistrationStatus instead =
        gatePending ? RegistrationStatus.ACCEPTED : RegistrationStatus.REJECTED;
    losses.add(
        Loss.changed("status", "was Pending, which " + version + " cannot say: " + instead.wire()));
    return instead;
  }

  private static Duration retry(int intervalSeconds) {
    return intervalSeconds > 0 ? Duration.ofSeconds(intervalSeconds) : RETRY;
  }

  /** What an answer of the CSMS changes, whoever asked. */
  public static List<Change> noted(Reply reply, ChargerView view) {
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

  /**
   * The boot the bridge sends again by itself: if the CSMS has not accepted the charger, or never
   * answered its last one (B02.FR.08).
   */
  public static Optional<BootNotification.Request> toRepeat(ChargerView view) {
    Registration known = view.state().registration();
    boolean answered = !known.owed() && !known.bootAt().isAfter(known.at());
    return known.is(RegistrationStatus.ACCEPTED) && answered
        ? Optional.empty()
        : known.boot().or(() -> view.policy().assumedBoot());
  }

  /**
   * The boot that is sent when the link is there: the last one of a charger that made it while it
   * was at another CSMS, one for a charger that speaks but never booted, or the last one of the
   * charger if no answer to it came over the connection before. The chargers of a CSMS do not come
   * back at the same moment, so neither do these.
   */
  public static Optional<BootNotification.Request> onConnected(ChargerView view) {
    return ofMoved(view).or(() -> assumed(view)).or(() -> unanswered(view));
  }

  private static Optional<BootNotification.Request> ofMoved(ChargerView view) {
    Registration known = view.state().registration();
    return known.moved() ? known.boot() : Optional.empty();
  }

  /** Not one that the CSMS answered with a refusal: that one waits for its interval. */
  private static Optional<BootNotification.Request> unanswered(ChargerView view) {
    Registration known = view.state().registration();
    boolean answered = known.status().isPresent() && !known.bootAt().isAfter(known.at());
    boolean comes = known.owed() || view.uplink().waits(KEY);
    boolean triedInVain = view.state().wakeUps().containsKey(WAKE_UP);
    return known.boot().filter(boot -> triedInVain && !answered && !comes);
  }

  /** The boot made for a charger that speaks but never booted, and that the CSMS never heard of. */
  private static Optional<BootNotification.Request> assumed(ChargerView view) {
    Registration known = view.state().registration();
    boolean neverBooted = known.boot().isEmpty() && known.status().isEmpty();
    return neverBooted ? view.policy().assumedBoot() : Optional.empty();
  }

  /**
   * Whether a message may go to the CSMS: not before it accepted the charger, unless it triggered
   * the message; and not before a BootNotification that waits for it, if there will be one.
   */
  public static JsonDialect.Clearance clearance(Message message, ChargerView view) {
    boolean always =
        message.action().equals(ACTION)
            || view.state().commands().expects(message.action(), view.now());
    Registration registration = view.state().registration();
    if (always || registration.is(RegistrationStatus.ACCEPTED) && !registration.owed()) {
      return JsonDialect.Clearance.GRANTED;
    }
    if (registration.status().isPresent() && !registration.owed()) {
      return JsonDialect.Clearance.DENIED;
    }
    boolean bootComes = registration.boot().isPresent() || view.policy().assumedBoot().isPresent();
    return bootComes ? JsonDialect.Clearance.HELD : JsonDialect.Clearance.GRANTED;
  }
}
