package org.ocppbridge.adapter.metrics;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;

/** Keeps labels to fixed sets of values: what comes from outside could make up any number. */
final class Words {

  /** In place of a word that is not in the set. */
  static final String OTHER = "other";

  /** In place of a word that is not known. */
  static final String NONE = "none";

  /** Actions that exist in JSON only (1.6J with its security extension, 2.0.1). */
  private static final String JSON_ONLY =
      """
      CertificateSigned DeleteCertificate ExtendedTriggerMessage GetInstalledCertificateIds GetLog
      InstallCertificate LogStatusNotification SecurityEventNotification SignCertificate
      SignedFirmwareStatusNotification SignedUpdateFirmware
      ClearDisplayMessage ClearVariableMonitoring ClearedChargingLimit CostUpdated CustomerInformation
      Get15118EVCertificate GetBaseReport GetCertificateStatus GetChargingProfiles GetDisplayMessages
      GetMonitoringReport GetReport GetTransactionStatus GetVariables NotifyChargingLimit
      NotifyCustomerInformation NotifyDisplayMessages NotifyEVChargingNeeds NotifyEVChargingSchedule
      NotifyEvent NotifyMonitoringReport NotifyReport PublishFirmware PublishFirmwareStatusNotification
      ReportChargingProfiles RequestStartTransaction RequestStopTransaction ReservationStatusUpdate
      SetDisplayMessage SetMonitoringBase SetMonitoringLevel SetNetworkProfile SetVariableMonitoring
      SetVariables TransactionEvent UnpublishFirmware
      """;

  private static final Set<String> OPERATIONS =
      Stream.concat(
              Stream.of(JSON_ONLY.split("\\s+")),
              Stream.concat(Operations.FROM_CHARGER.stream(), Operations.FROM_CSMS.stream())
                  .map(Operation::name))
          .collect(Collectors.toUnmodifiableSet());

  /** What losses of an answer are told under, before the operation. */
  private static final String ANSWER = "answer to ";

  private Words() {}

  /** The name of an operation, as far as it is one of OCPP. */
  static String operation(String name) {
    if (name.isEmpty()) {
      return NONE;
    }
    String operation = name.startsWith(ANSWER) ? name.substring(ANSWER.length()) : name;
    return OPERATIONS.contains(operation) ? operation : OTHER;
  }
}
