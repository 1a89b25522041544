package org.ocppbridge.mappings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a 2.0.1 CSMS behind the idTags that a charger knows (MR D6).
 *
 * @param tokens by idTag in lower case, at most {@value #MAX}; the one heard of longest ago is
 *     forgotten first
 */
public record Names(Map<String, Name> tokens) {

  /** Most tokens remembered of one charger. */
  public static final int MAX = 2000;

  static final Names NONE = new Names(Map.of());

  /** A token as the CSMS gave it. */
  public record Name(String idToken, String type) {}

  /** The token behind an idTag, if the CSMS gave it; letter case does not matter. */
  public Optional<Name> behind(String idTag) {
    return Optional.ofNullable(tokens.get(idTag.toLowerCase(Locale.ROOT)));
  }

  Names given(String idTag, Name name) {
    return new Names(Copies.with(tokens, idTag.toLowerCase(Locale.ROOT), name, MAX));
  }

  Names forgotten(String idTag) {
    return new Names(Copies.without(tokens, idTag.toLowerCase(Locale.ROOT)));
  }
}
