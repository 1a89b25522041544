package org.ocppbridge.mappings.json201.transactions;

import java.time.Duration;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.VariablePath;

/**
 * The variables of the device model that decide about authorisation and transactions. What is both
 * the charger's key and the bridge's variable counts as the charger says it (MR C1, leg "both").
 */
final class Variables {

  private Variables() {}

  /** Whether accepted tokens of the cache are good while the CSMS cannot be asked. */
  static boolean localAuthorizeOffline(ChargerView view) {
    return flag(view, "LocalAuthorizeOffline", "AuthCtrlr", "LocalAuthorizeOffline", true);
  }

  /** Whether tokens that nobody knows are good then. */
  static boolean unknownOffline(ChargerView view) {
    return flag(
        view, "AllowOfflineTxForUnknownId", "AuthCtrlr", "OfflineTxForUnknownIdEnabled", false);
  }

  /** Whether transactions may begin while the CSMS has not accepted the charger. */
  static boolean txBeforeAccepted(ChargerView view) {
    return own(view, "TxCtrlr", "TxBeforeAcceptedEnabled")
        .map(value -> value.strip().equalsIgnoreCase("true"))
        .orElse(true);
  }

  /** Whether a transaction ends whose token is refused. */
  static boolean stopOnInvalidId(ChargerView view) {
    return flag(view, "StopTransactionOnInvalidId", "TxCtrlr", "StopTxOnInvalidId", true);
  }

  /** Group of the tokens that stop all transactions; empty if there is none. */
  static Optional<String> masterPassGroup(ChargerView view) {
    return own(view, "AuthCtrlr", "MasterPassGroupId").filter(group -> !group.isBlank());
  }

  /** How long a verdict without expiry date holds, if the CSMS set that. */
  static Optional<Duration> cacheLifeTime(ChargerView view) {
    return own(view, "AuthCacheCtrlr", "LifeTime").flatMap(Variables::seconds);
  }

  /** How long a charger waits for the cable after a remote start. */
  static Optional<Duration> connectionTimeOut(ChargerView view) {
    return model(view)
        .find("ConnectionTimeOut")
        .map(DeviceModel.Key::value)
        .flatMap(Variables::seconds);
  }

  private static boolean flag(
      ChargerView view, String key, String component, String variable, boolean otherwise) {
    return model(view)
        .find(key)
        .map(DeviceModel.Key::value)
        .filter(value -> !value.isBlank())
        .or(() -> own(view, component, variable))
        .map(value -> value.strip().equalsIgnoreCase("true"))
        .orElse(otherwise);
  }

  private static Optional<String> own(ChargerView view, String component, String variable) {
    String path = VariablePath.ofStation(component, variable).toString();
    return Optional.ofNullable(model(view).own().get(path));
  }

  private static Optional<Duration> seconds(String text) {
    return Optional.of(text.strip())
        .filter(t -> t.matches("\\d{1,9}"))
        .map(t -> Duration.ofSeconds(Long.parseLong(t)));
  }

  private static DeviceModel model(ChargerView view) {
    return view.state().station().model();
  }
}
