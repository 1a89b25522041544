package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.mappings.model.ReserveNow;

/** Changes that come of what the CSMS asks of a charger. */
public sealed interface CommandChange extends Change {

  /** The charger agreed to start a transaction. */
  record RemoteStartPending(Commands.RemoteStart start) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().remoteStart(start.idTag().toLowerCase(Locale.ROOT), start));
    }
  }

  /** Its transaction began. */
  record RemoteStartOver(String idTag) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().remoteStartOver(idTag.toLowerCase(Locale.ROOT)));
    }
  }

  /** The charger agreed to a reservation. */
  record Reserved(ReserveNow.Request reservation) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().reserved(reservation));
    }
  }

  /** A reservation was used or cancelled. */
  record ReservationOver(int reservationId) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().reservationOver(reservationId));
    }
  }

  /** A reset was asked for, or refused. */
  record ResetPending(Optional<Commands.PendingReset> reset) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().reset(reset));
    }
  }

  /** The charger was asked for a message (until when), or it came (empty). */
  record Triggered(String action, Optional<Instant> until) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().triggered(action, until));
    }
  }

  /** The charger said that it does not support an operation. */
  record Unsupported(String operation) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.commands().unsupported(operation));
    }
  }

  /** An upload was asked for, or went on. */
  record LogJob(Jobs.Log job) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.jobs().with(job));
    }
  }

  /** A firmware update was asked for, or went on. */
  record FirmwareJob(Jobs.Firmware job) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.jobs().with(job));
    }
  }

  /**
   * The charger did not begin an upload: the one before counts again, unless something was heard of
   * this one meanwhile, or another took its place.
   */
  record LogNotBegun(Jobs.Log job, Optional<Jobs.Log> before) implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.jobs().without(job, before));
    }
  }

  /** The same for a firmware update. */
  record FirmwareNotBegun(Jobs.Firmware job, Optional<Jobs.Firmware> before)
      implements CommandChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.jobs().without(job, before));
    }
  }
}
