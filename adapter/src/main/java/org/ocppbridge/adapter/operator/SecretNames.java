package org.ocppbridge.adapter.operator;

import java.util.List;
import java.util.Locale;

/** Configuration keys whose values nobody is shown, known by parts of their names. */
final class SecretNames {

  private static final List<String> PARTS =
      List.of("password", "authorizationkey", "secret", "privatekey", "pincode", "apikey", "token");

  private static final String MASK = "••••••";

  private SecretNames() {}

  static String masked(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return value.isEmpty() || PARTS.stream().noneMatch(lower::contains) ? value : MASK;
  }
}
