package org.ocppbridge.mappings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration keys that the CSMS set and the bridge keeps.
 *
 * @param shadow keys accepted by a 1.2 charger, which cannot be asked for them
 * @param link keys of the connection to the CSMS, which the charger has no part in
 */
public record Settings(Map<String, String> shadow, Map<String, String> link) {

  /** Most keys of each kind. */
  public static final int MAX = 200;

  static final Settings NONE = new Settings(Map.of(), Map.of());

  /** What the CSMS set for a key of its connection. */
  public Optional<String> ofLink(String key) {
    return Optional.ofNullable(link.get(key));
  }

  /** What the CSMS set for a key of the connection, if it is a whole number. */
  public Optional<Integer> numberOfLink(String key) {
    return ofLink(key).map(Integer::valueOf);
  }

  /** Whether all messages are kept while the CSMS is away (2.0.1 QueueAllMessages). */
  public boolean queuesAll() {
    return ofLink("QueueAllMessages").filter("true"::equals).isPresent();
  }

  /** The value that a 1.2 charger accepted; letter case does not matter (1.6 §7.29). */
  public Optional<Map.Entry<String, String>> shadowOf(String key) {
    String wanted = key.toLowerCase(Locale.ROOT);
    return shadow.entrySet().stream()
        .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  Settings shadow(String key, String value) {
    String known = shadowOf(key).map(Map.Entry::getKey).orElse(key);
    return new Settings(Copies.with(shadow, known, value, MAX), link);
  }

  /** The same for another connection. */
  Settings withoutLink() {
    return new Settings(shadow, Map.of());
  }

  Settings link(String key, String value) {
    return new Settings(shadow, Copies.with(link, key, value, MAX));
  }
}
