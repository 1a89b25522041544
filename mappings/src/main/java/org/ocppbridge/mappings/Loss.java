package org.ocppbridge.mappings;

/**
 * Something a message did not carry over unchanged. Nothing is dropped in silence: every mapping
 * names its losses.
 *
 * @param kind what was done
 * @param field path of the field, with the source's names, for example {@code
 *     meterValue[0].sampledValue[2].unit}
 * @param reason what stood there and why it could not stay, in one sentence
 */
public record Loss(Kind kind, String field, String reason) {

  /** What was done to a value. */
  public enum Kind {
    /** It was left out. */
    DROPPED,
    /** It was missing or unreadable and got a default. */
    DEFAULTED,
    /** It was changed: cut, rounded, replaced by an alias or by a more general word. */
    CHANGED,
    /** It was made by the bridge. */
    SYNTHESISED
  }

  public static Loss dropped(String field, String reason) {
    return new Loss(Kind.DROPPED, field, reason);
  }

  public static Loss defaulted(String field, String reason) {
    return new Loss(Kind.DEFAULTED, field, reason);
  }

  public static Loss changed(String field, String reason) {
    return new Loss(Kind.CHANGED, field, reason);
  }

  public static Loss synthesised(String field, String reason) {
    return new Loss(Kind.SYNTHESISED, field, reason);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + field + ": " + reason;
  }
}
