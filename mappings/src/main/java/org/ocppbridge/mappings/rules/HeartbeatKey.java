package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;

/**
 * The one standard key that 1.2 and 1.5 spell otherwise (MR C1), and whose value is held in limits.
 */
public final class HeartbeatKey {

  private static final String IN_16 = "HeartbeatInterval";
  private static final String BEFORE = "HeartBeatInterval";

  private HeartbeatKey() {}

  /** The key as the charger's version spells it. */
  public static String forCharger(String key, SoapVersion version) {
    return key.equalsIgnoreCase(IN_16) && version != SoapVersion.V16 ? BEFORE : key;
  }

  /** The key as 1.6 spells it, or as the CSMS did. */
  public static String forCsms(String key, List<String> asked) {
    return key.equalsIgnoreCase(IN_16) && !asked.contains(key) ? IN_16 : key;
  }

  /**
   * An interval that keeps the charger in sight: over SOAP its requests are the only sign of life.
   */
  public static String held(String key, String value, ChargerView view, List<Loss> losses) {
    if (!key.equalsIgnoreCase(IN_16) || !value.strip().matches("\\d{1,9}")) {
      return value;
    }
    long wanted = Long.parseLong(value.strip());
    Duration min = view.policy().heartbeatMin();
    Duration max = view.policy().heartbeatMax();
    long held =
        wanted == 0 ? max.toSeconds() : Math.clamp(wanted, min.toSeconds(), max.toSeconds());
    if (held == wanted) {
      return value;
    }
    losses.add(Loss.changed("value", "was " + wanted + " s, held at " + held));
    return Long.toString(held);
  }
}
