package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.FirmwareStatus;

/**
 * What a charger does in the background for the CSMS.
 *
 * @param log the last upload that was asked for
 * @param firmware the last firmware update that was asked for, or that the charger told of
 */
public record Jobs(Optional<Log> log, Optional<Firmware> firmware) {

  /** An upload that has not come to its end after this time counts as failed (MR B4). */
  public static final Duration LOG_TIMEOUT = Duration.ofHours(2);

  /** The same for a firmware update (MR B5). */
  public static final Duration FIRMWARE_TIMEOUT = Duration.ofHours(24);

  static final Jobs NONE = new Jobs(Optional.empty(), Optional.empty());

  /**
   * An upload of diagnostics.
   *
   * @param requestId the id of the GetLog that asked for it; empty for GetDiagnostics, which has
   *     none
   * @param status what was last told to the CSMS
   * @param at when it began
   */
  public record Log(Optional<Integer> requestId, Optional<DiagnosticsStatus> status, Instant at) {

    /** Whether it still goes on. */
    public boolean running(Instant now) {
      boolean over =
          status
              .filter(s -> s == DiagnosticsStatus.UPLOADED || s == DiagnosticsStatus.UPLOAD_FAILED)
              .isPresent();
      return !over && now.isBefore(at.plus(LOG_TIMEOUT));
    }
  }

  /**
   * A firmware update.
   *
   * @param requestId the id of the SignedUpdateFirmware that asked for it; empty for
   *     UpdateFirmware, which has none
   * @param status what was last told to the CSMS
   * @param at when it began
   * @param scheduled whether a 2.0.1 CSMS was told that the charger will begin later
   */
  public record Firmware(
      Optional<Integer> requestId, Optional<FirmwareStatus> status, Instant at, boolean scheduled) {

    /** An update that is not known to begin later. */
    public Firmware(Optional<Integer> requestId, Optional<FirmwareStatus> status, Instant at) {
      this(requestId, status, at, false);
    }

    /** Whether it still goes on. */
    public boolean running(Instant now) {
      boolean over =
          status
              .filter(
                  s ->
                      s == FirmwareStatus.INSTALLED
                          || s == FirmwareStatus.DOWNLOAD_FAILED
                          || s == FirmwareStatus.INSTALLATION_FAILED
                          || s == FirmwareStatus.IDLE)
              .isPresent();
      return !over && now.isBefore(at.plus(FIRMWARE_TIMEOUT));
    }
  }

  Jobs shifted(ClockStepped step) {
    return new Jobs(
        log.map(job -> new Log(job.requestId(), job.status(), step.moved(job.at()))),
        firmware.map(
            job ->
                new Firmware(
                    job.requestId(), job.status(), step.moved(job.at()), job.scheduled())));
  }

  Jobs with(Log next) {
    return new Jobs(Optional.of(next), firmware);
  }

  Jobs with(Firmware next) {
    return new Jobs(log, Optional.of(next));
  }

  Jobs without(Log job, Optional<Log> before) {
    return log.filter(job::equals).isPresent() ? new Jobs(before, firmware) : this;
  }

  Jobs without(Firmware job, Optional<Firmware> before) {
    return firmware.filter(job::equals).isPresent() ? new Jobs(log, before) : this;
  }
}
