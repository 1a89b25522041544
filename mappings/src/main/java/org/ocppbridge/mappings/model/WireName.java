package org.ocppbridge.mappings.model;

import java.util.Locale;
import java.util.Optional;

/** An enumeration value with the word that stands for it on the wire, in SOAP and in JSON alike. */
public interface WireName {

  /** The word on the wire, exactly as the contracts spell it. */
  String wire();

  /**
   * Finds a value as field chargers write it: blanks around it and letter case do not matter.
   *
   * @return empty if no value has that name
   */
  static <E extends Enum<E> & WireName> Optional<E> find(Class<E> type, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.wire().toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
