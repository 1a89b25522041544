package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Map;

/**
 * Values of the device model of a charger as a 2.0.1 charging station (MR C).
 *
 * @param keys the charger's configuration keys as it last said them, by key
 * @param keysAt when all of them were read; {@link Instant#EPOCH}: never
 * @param own values of the bridge's own variables that the CSMS set, by the variable's path
 */
public record DeviceModel(Map<String, Key> keys, Instant keysAt, Map<String, String> own) {

  /** Most keys, and most values, remembered of one charger. */
  public static final int MAX = 1000;

  static final DeviceModel NONE = new DeviceModel(Map.of(), Instant.EPOCH, Map.of());

  /**
   * A configuration key.
   *
   * @param value empty text if the charger has none
   */
  public record Key(String value, boolean readonly, Instant at) {}

  DeviceModel key(String key, Key value) {
    return new DeviceModel(Copies.with(keys, key, value, MAX), keysAt, own);
  }

  DeviceModel allRead(Instant now) {
    return new DeviceModel(keys, now, own);
  }

  DeviceModel own(String path, String value) {
    return new DeviceModel(keys, keysAt, Copies.with(own, path, value, MAX));
  }
}
