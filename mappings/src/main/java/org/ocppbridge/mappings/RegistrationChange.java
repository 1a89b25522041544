package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.RegistrationStatus;

/** Changes of a charger's registration and of what is known of idTags. */
public sealed interface RegistrationChange extends Change {

  /** The charger sent a BootNotification that is not a repetition. */
  record Booted(BootNotification.Request request, Instant at) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.registration().booted(request, at)).with(s.commands().capableAgain());
    }
  }

  /** The CSMS answered a BootNotification. */
  record Answered(RegistrationStatus status, int intervalSeconds, Instant at)
      implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.registration().answered(status, intervalSeconds, at));
    }
  }

  /** The charger was answered. */
  record Told(BootNotification.Answer answer) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.registration().told(answer));
    }
  }

  /** A BootNotification waits for the CSMS to come back, or waits no longer. */
  record Owed(boolean owed) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.registration().owing(owed));
    }
  }

  /**
   * This CSMS serves the charger. If it was another one before, what that one said and set is
   * forgotten: its registration, its judgements of idTags, its credentials and certificates, its
   * settings of the connection.
   */
  record ServedBy(String csms) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      Registration known = s.registration();
      return known.csms().isEmpty() || known.csms().get().equals(csms)
          ? s.with(known.at(csms))
          : s.with(known.movedTo(csms))
              .with(Tokens.NONE)
              .with(Access.NONE)
              .with(s.settings().withoutLink());
    }
  }

  /** A Heartbeat was forwarded. */
  record HeartbeatForwarded(Instant at) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.registration().heartbeat(at));
    }
  }

  /** The CSMS judged an idTag, perhaps for some EVSEs alone. */
  record TokenJudged(String idTag, IdTagInfo info, List<Integer> evses, Instant at)
      implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.tokens().heard(idTag, new Tokens.Token(info, evses, at)));
    }
  }

  /** What was known of an idTag is forgotten. */
  record TokenForgotten(String idTag) implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.tokens().forgotten(idTag));
    }
  }

  /** All that was known of idTags is forgotten. */
  record TokensCleared() implements RegistrationChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(Tokens.NONE);
    }
  }
}
