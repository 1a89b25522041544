package org.ocppbridge.adapter.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.model.BootNotification;

/**
 * What a charger was at its first boot.
 *
 * @param id its identity
 * @param vendor chargePointVendor
 * @param model chargePointModel
 * @param serial chargePointSerialNumber, else chargeBoxSerialNumber; empty if it sent none
 * @param source the IP address its boot came from
 * @param since when that was
 */
public record Pin(
    String id, String vendor, String model, String serial, String source, Instant since) {

  static Pin of(String id, BootNotification.Request boot, String source, Instant now) {
    String serial =
        boot.chargePointSerialNumber() == null
            ? boot.chargeBoxSerialNumber()
            : boot.chargePointSerialNumber();
    return new Pin(
        id,
        Objects.toString(boot.chargePointVendor(), ""),
        Objects.toString(boot.chargePointModel(), ""),
        Objects.toString(serial, ""),
        source,
        now);
  }

  /** What is another device in a later boot, in words; empty if nothing is. */
  List<String> differences(Pin later) {
    List<String> found = new ArrayList<>();
    compare("vendor", vendor, later.vendor, found);
    compare("model", model, later.model, found);
    compare("serial number", serial, later.serial, found);
    return found;
  }

  private static void compare(String what, String before, String now, List<String> found) {
    if (!before.equals(now)) {
      found.add(what + " '" + Printable.of(now) + "' instead of '" + Printable.of(before) + "'");
    }
  }
}
