package org.ocppbridge.adapter.console.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * All that an operator may want to know of one charger.
 *
 * @param row what the fleet shows of it
 * @param identity what it is
 * @param address where it is called
 * @param csms its link to the CSMS
 * @param transactions the open ones, then those that ended last
 * @param variables its configuration, as far as it is known
 * @param capabilities what a 2.0.1 CSMS can have it do
 * @param deadLetters messages that were given up, the oldest first
 * @param deadLettersForgotten older ones, which are not listed here
 * @param dropped messages outside transactions that were dropped because too many waited
 */
public record ChargerDetail(
    @JsonUnwrapped FleetRow row,
    Identity identity,
    Address address,
    Csms csms,
    List<SessionView> transactions,
    List<Variable> variables,
    List<Capability> capabilities,
    List<DeadLetterStatus> deadLetters,
    long deadLettersForgotten,
    long dropped) {

  /**
   * What a charger says it is; empty texts where it says nothing.
   *
   * @param bootedAt when its last BootNotification came; 1970: never
   */
  public record Identity(
      String vendor,
      String model,
      String serialNumber,
      String chargeBoxSerialNumber,
      String firmware,
      String iccid,
      String imsi,
      String meterType,
      String meterSerialNumber,
      Instant bootedAt) {}

  /**
   * Where the charger is called.
   *
   * @param url empty: it cannot be called
   * @param learntFrom {@code settings}, {@code charger} or {@code nowhere}
   * @param from the From header that was learnt; may be empty
   * @param source the IP address of the request that said so; may be empty
   * @param soap11 whether the charger speaks SOAP 1.1
   * @param problem why its last request gave no usable address; empty if it did
   */
  public record Address(
      String url, String learntFrom, String from, String source, boolean soap11, String problem) {}

  /**
   * The link to the CSMS.
   *
   * @param identity what the charger is called there
   * @param url of the CSMS as configured
   * @param since when the link came up; null while it is not
   * @param interval heartbeat interval the CSMS gave, in seconds; 0: none so far
   * @param securityProfile the highest one a connection had; 0: none
   * @param networkProfile slot of the network profile in use; 0: as configured
   * @param networkProfiles the slots that are tried, in their order
   */
  public record Csms(
      String identity,
      String url,
      @JsonInclude Instant since,
      int interval,
      int securityProfile,
      int networkProfile,
      List<Integer> networkProfiles) {}

  /**
   * A configuration key or variable.
   *
   * @param value secrets are masked
   * @param from {@code charger}: it said so; {@code csms}: the CSMS set it and the charger cannot
   *     be asked; {@code bridge}: the bridge keeps it
   */
  public record Variable(String name, String value, boolean readOnly, String from) {}

  /**
   * What becomes of a command of a 2.0.1 CSMS.
   *
   * @param message the command
   * @param by {@code charger}, {@code bridge} or {@code refused}
   * @param detail the SOAP operation, or the answer, and what follows, in words
   * @param doubt why this charger may do otherwise than its version allows; mostly empty
   */
  public record Capability(String message, String by, String detail, String doubt) {}
}
