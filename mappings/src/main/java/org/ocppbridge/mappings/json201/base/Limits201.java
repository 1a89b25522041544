package org.ocppbridge.mappings.json201.base;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import org.ocppbridge.mappings.json.Limits;

/**
 * The longest texts of 2.0.1 (edition 3, part 2), by action; answers have {@code Response} behind
 * the action.
 */
public final class Limits201 {

  /** Most characters of an idToken. */
  public static final int ID_TOKEN = 36;

  /** Most characters of {@code statusInfo.additionalInfo}. */
  public static final int ADDITIONAL_INFO = 512;

  /** A charging profile. */
  private static final Map<String, Integer> PROFILE =
      Map.of(
          "chargingProfile.transactionId", 36,
          "chargingProfile.chargingSchedule.salesTariff.salesTariffDescription", 32);

  /** The table. */
  public static final Limits TABLE =
      new Limits(
          Map.ofEntries(
              entry(
                  "BootNotification",
                  Map.of(
                      "chargingStation.serialNumber", 25,
                      "chargingStation.model", 20,
                      "chargingStation.vendorName", 50,
                      "chargingStation.firmwareVersion", 50,
                      "chargingStation.modem.iccid", 20,
                      "chargingStation.modem.imsi", 20)),
              entry("GetLog", Map.of("log.remoteLocation", 512)),
              entry("GetLogResponse", Map.of("filename", 255)),
              entry("GetTransactionStatus", Map.of("transactionId", 36)),
              entry("NotifyEvent", Map.of("eventData.techCode", 50, "eventData.techInfo", 500)),
              entry("RequestStartTransaction", both(tokens("idToken", "groupIdToken"), PROFILE)),
              entry("RequestStopTransaction", Map.of("transactionId", 36)),
              entry("ReserveNow", tokens("idToken", "groupIdToken")),
              entry(
                  "SendLocalList",
                  both(
                      tokens(
                          "localAuthorizationList.idToken",
                          "localAuthorizationList.idTokenInfo.groupIdToken"),
                      Map.of(
                          "localAuthorizationList.idTokenInfo.language1", 8,
                          "localAuthorizationList.idTokenInfo.language2", 8,
                          "localAuthorizationList.idTokenInfo.personalMessage.language", 8,
                          "localAuthorizationList.idTokenInfo.personalMessage.content", 512))),
              entry("SetChargingProfile", PROFILE),
              entry(
                  "UpdateFirmware",
                  Map.of(
                      "firmware.location", 512,
                      "firmware.signingCertificate", 5500,
                      "firmware.signature", 800)),
              entry("CertificateSigned", Map.of("certificateChain", 10_000)),
              entry(
                  "CustomerInformation",
                  Map.of(
                      "customerIdentifier", 64,
                      "idToken.idToken", ID_TOKEN,
                      "idToken.additionalInfo.additionalIdToken", ID_TOKEN,
                      "idToken.additionalInfo.type", 50,
                      "customerCertificate.issuerNameHash", 128,
                      "customerCertificate.issuerKeyHash", 128,
                      "customerCertificate.serialNumber", 40)),
              entry("DataTransfer", Map.of("vendorId", 255, "messageId", 50)),
              entry(
                  "DeleteCertificate",
                  Map.of(
                      "certificateHashData.issuerNameHash", 128,
                      "certificateHashData.issuerKeyHash", 128,
                      "certificateHashData.serialNumber", 40)),
              entry("GetMonitoringReport", names("componentVariable")),
              entry("GetReport", names("componentVariable")),
              entry("GetVariables", names("getVariableData")),
              entry("InstallCertificate", Map.of("certificate", 5500)),
              entry(
                  "SetNetworkProfile",
                  Map.of(
                      "connectionData.ocppCsmsUrl", 512,
                      "connectionData.apn.apn", 512,
                      "connectionData.apn.apnUserName", 20,
                      "connectionData.apn.apnPassword", 20,
                      "connectionData.apn.preferredNetwork", 6,
                      "connectionData.vpn.server", 512,
                      "connectionData.vpn.user", 20,
                      "connectionData.vpn.group", 20,
                      "connectionData.vpn.password", 20,
                      "connectionData.vpn.key", 255)),
              entry("SetVariableMonitoring", names("setMonitoringData")),
              entry(
                  "SetVariables",
                  with(names("setVariableData"), "setVariableData.attributeValue", 1000))));

  private Limits201() {}

  /** The texts of an {@code IdTokenType} at each of these paths. */
  private static Map<String, Integer> tokens(String... paths) {
    Map<String, Integer> limits = new HashMap<>();
    for (String path : paths) {
      limits.put(path + ".idToken", ID_TOKEN);
      limits.put(path + ".additionalInfo.additionalIdToken", ID_TOKEN);
      limits.put(path + ".additionalInfo.type", 50);
    }
    return limits;
  }

  private static Map<String, Integer> both(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> limits = new HashMap<>(one);
    limits.putAll(other);
    return limits;
  }

  /** The names of a list of components with their variables. */
  private static Map<String, Integer> names(String list) {
    return Map.of(
        list + ".component.name", 50,
        list + ".component.instance", 50,
        list + ".variable.name", 50,
        list + ".variable.instance", 50);
  }

  private static Map<String, Integer> with(Map<String, Integer> limits, String path, int max) {
    Map<String, Integer> more = new HashMap<>(limits);
    more.put(path, max);
    return Map.copyOf(more);
  }
}
