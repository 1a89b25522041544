package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values of the device model of a charger as a 2.0.1 charging station (MR C).
 *
 * @param keys the charger's configuration keys as it last said them, by key; standard keys in the
 *     spelling of 1.6
 * @param keysAt when all of them were read; {@link Instant#EPOCH}: never
 * @param own values of the bridge's own variables that the CSMS set, by the variable's path
 * @param monitors what the CSMS wants to be told
 * @param networkProfiles the {@code connectionData} of each SetNetworkProfile, by slot
 */
public record DeviceModel(
    Map<String, Key> keys,
    Instant keysAt,
    Map<String, String> own,
    Monitors monitors,
    Map<Integer, ObjectNode> networkProfiles) {

  /** Most keys, and most values, remembered of one charger. */
  public static final int MAX = 1000;

  static final DeviceModel NONE =
      new DeviceModel(Map.of(), Instant.EPOCH, Map.of(), Monitors.NONE, Map.of());

  /**
   * A configuration key.
   *
   * @param value empty text if the charger has none
   */
  public record Key(String value, boolean readonly, Instant at) {}

  /** A key; letter case does not matter (1.6 §7.29). */
  public Optional<Key> find(String key) {
    Key exact = keys.get(key);
    return exact != null
        ? Optional.of(exact)
        : keys.entrySet().stream()
            .filter(e -> e.getKey().equalsIgnoreCase(key))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  DeviceModel key(String key, Key value) {
    return new DeviceModel(
        Copies.with(keys, key, value, MAX), keysAt, own, monitors, networkProfiles);
  }

  DeviceModel noKey(String key) {
    String known =
        keys.keySet().stream().filter(k -> k.equalsIgnoreCase(key)).findFirst().orElse(key);
    return new DeviceModel(Copies.without(keys, known), keysAt, own, monitors, networkProfiles);
  }

  DeviceModel allRead(Map<String, Key> all, Instant now) {
    Map<String, Key> copy = new LinkedHashMap<>();
    all.entrySet().stream().limit(MAX).forEach(e -> copy.put(e.getKey(), e.getValue()));
    return new DeviceModel(Collections.unmodifiableMap(copy), now, own, monitors, networkProfiles);
  }

  DeviceModel own(String path, String value) {
    return new DeviceModel(
        keys, keysAt, Copies.with(own, path, value, MAX), monitors, networkProfiles);
  }

  DeviceModel with(Monitors next) {
    return new DeviceModel(keys, keysAt, own, next, networkProfiles);
  }

  DeviceModel networkProfile(int slot, ObjectNode connectionData) {
    return new DeviceModel(
        keys, keysAt, own, monitors, Copies.with(networkProfiles, slot, connectionData, MAX));
  }

  DeviceModel noNetworkProfile(int slot) {
    return new DeviceModel(keys, keysAt, own, monitors, Copies.without(networkProfiles, slot));
  }
}
