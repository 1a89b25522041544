package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.rules.LastHeard;
import org.ocppbridge.mappings.rules.MissingStops;

/**
 * Why a charger booted, which SOAP does not say: what the bridge knows of it tells (MR A2). A boot
 * is no proof of a restart, since chargers also send it when their address may have changed (OCPP-S
 * 1.6 §7.1); then it is Unknown.
 */
enum BootReason {
  FIRMWARE_UPDATE(
      "FirmwareUpdate",
      Optional.of(SecurityEvent.RESET_OR_REBOOT),
      Optional.of(MissingStops.GRACE)),
  POWER_UP(
      "PowerUp",
      Optional.of(SecurityEvent.STARTUP_OF_THE_DEVICE),
      Optional.of(MissingStops.REPLAY_GRACE)),
  REMOTE_RESET(
      "RemoteReset", Optional.of(SecurityEvent.RESET_OR_REBOOT), Optional.of(MissingStops.GRACE)),
  SCHEDULED_RESET(
      "ScheduledReset",
      Optional.of(SecurityEvent.RESET_OR_REBOOT),
      Optional.of(MissingStops.GRACE)),
  TRIGGERED("Triggered", Optional.empty(), Optional.empty()),
  UNKNOWN("Unknown", Optional.of(SecurityEvent.STARTUP_OF_THE_DEVICE), Optional.empty());

  /** A boot later than this after a reset was asked for has another reason. */
  private static final Duration RESET_TIMEOUT = Duration.ofMinutes(15);

  private final String wire;
  private final Optional<SecurityEvent> event;
  private final Optional<Duration> grace;

  BootReason(String wire, Optional<SecurityEvent> event, Optional<Duration> grace) {
    this.wire = wire;
    this.event = event;
    this.grace = grace;
  }

  /**
   * How long such a boot leaves the charger to tell how its transactions ended; empty: it is no
   * proof of a restart. A charger that was silent may have much to tell first.
   */
  Optional<Duration> grace() {
    return grace;
  }

  /** The word on the wire. */
  String wire() {
    return wire;
  }

  /** The security event that tells of such a boot. */
  Optional<SecurityEvent> event() {
    return event;
  }

  /** The reason with this word; Unknown for any other. */
  static BootReason of(String wire) {
    return Stream.of(values()).filter(r -> r.wire.equals(wire)).findFirst().orElse(UNKNOWN);
  }

  /** The reason of a boot that has just come. */
  static BootReason of(BootNotification.Request boot, ChargerView view) {
    Optional<Commands.PendingReset> reset =
        view.state()
            .commands()
            .reset()
            .filter(r -> view.now().isBefore(r.at().plus(RESET_TIMEOUT)));
    if (reset.isPresent()) {
      return reset.get().onIdle() ? SCHEDULED_RESET : REMOTE_RESET;
    }
    if (installed(view) || otherFirmware(boot, view)) {
      return FIRMWARE_UPDATE;
    }
    return silentBefore(view) ? POWER_UP : UNKNOWN;
  }

  private static boolean installed(ChargerView view) {
    return view.state().jobs().firmware().filter(job -> installs(job, view)).isPresent();
  }

  /** A boot since the update began was the one it caused. */
  private static boolean installs(Jobs.Firmware job, ChargerView view) {
    boolean far =
        job.status()
            .filter(
                s ->
                    s == FirmwareStatus.DOWNLOADED
                        || s == FirmwareStatus.INSTALLING
                        || s == FirmwareStatus.INSTALLED)
            .isPresent();
    return far
        && view.now().isBefore(job.at().plus(Jobs.FIRMWARE_TIMEOUT))
        && view.state().registration().bootAt().isBefore(job.at());
  }

  private static boolean otherFirmware(BootNotification.Request boot, ChargerView view) {
    return view.state()
        .boot()
        .map(BootNotification.Request::firmwareVersion)
        .filter(before -> !before.isBlank() && boot.firmwareVersion() != null)
        .filter(before -> !Objects.equals(before, boot.firmwareVersion()))
        .isPresent();
  }

  private static boolean silentBefore(ChargerView view) {
    Registration known = view.state().registration();
    if (known.boot().isEmpty()) {
      return true;
    }
    long interval =
        known
            .told()
            .map(answer -> answer.interval().longValue())
            .orElse(view.policy().heartbeatMax().toSeconds());
    return view.now().isAfter(LastHeard.of(view).plusSeconds(2 * interval));
  }
}
