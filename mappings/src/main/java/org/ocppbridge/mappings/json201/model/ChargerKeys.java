package org.ocppbridge.mappings.json201.model;

import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.rules.SoapOperations;

/** The charger's configuration keys as far as they are known. */
final class ChargerKeys {

  private ChargerKeys() {}

  /** Whether the charger can be asked for its keys; else what it took through the bridge counts. */
  static boolean askable(ChargerView view) {
    return SoapOperations.has(view.state(), GetConfiguration.FROM_CSMS);
  }

  /** The value as the charger says it. */
  static Optional<String> value(String key, ChargerView view) {
    Optional<String> said = said(key, view).map(DeviceModel.Key::value);
    return said.isPresent() || askable(view)
        ? said
        : view.state().settings().shadowOf(key).map(Map.Entry::getValue);
  }

  /** The key as the charger said it. */
  static Optional<DeviceModel.Key> said(String key, ChargerView view) {
    return view.state().station().model().find(key);
  }

  /** A key whose value is a whole number. */
  static Optional<Integer> number(String key, ChargerView view) {
    return value(key, view).flatMap(Numbers::whole);
  }
}
