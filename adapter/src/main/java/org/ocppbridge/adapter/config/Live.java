package org.ocppbridge.adapter.config;

import java.util.List;

/** Which settings come into force while the bridge runs; all others wait for a restart. */
final class Live {

  /** Keys by pattern; with a dot at the end, all below. */
  private static final List<String> KEYS =
      List.of(
          "autoRegister",
          "targets.",
          "routes",
          "chargers",
          "offline.",
          "heartbeat.",
          "presence.",
          "wait.",
          "retry.",
          "limits.",
          "soap.aliases",
          "soap.callback.",
          "soap.rate.",
          "soap.limits.body",
          "soap.limits.inflated",
          "soap.limits.bodies",
          "soap.limits.inWork",
          "soap.limits.waiting",
          "soap.tls.certificate",
          "soap.tls.key",
          "soap.tls.keystore",
          "soap.tls.password",
          "soap.tls.trust",
          "admin.token",
          "admin.tls.certificate",
          "admin.tls.key",
          "admin.tls.keystore",
          "admin.tls.password");

  private Live() {}

  static boolean is(String pattern) {
    return KEYS.stream()
        .anyMatch(
            key ->
                key.endsWith(".")
                    ? pattern.startsWith(key)
                    : pattern.equals(key) || pattern.startsWith(key + "["));
  }
}
