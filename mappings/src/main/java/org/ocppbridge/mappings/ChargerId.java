package org.ocppbridge.mappings;

/**
 * A charger's identity, as its {@code chargeBoxIdentity} header says it, trimmed. Any printable
 * text is allowed (field identities hold colons, dots, blanks and letters outside ASCII); control
 * characters are not, because the identity goes into URLs, headers and logs; nor are the marks that
 * hide, or turn around, the text around them, because a person has to tell chargers apart. {@code
 * .} and {@code ..} are none: at the end of a URL they mean another place, however they are
 * encoded.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters
 */
public record ChargerId(String value) implements Comparable<ChargerId> {

  /** Longest identity accepted; OCPP gives no limit over SOAP, 2.0.1 allows 48. */
  public static final int LENGTH_MAX = 255;

  public ChargerId {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "an identity has 1 to " + LENGTH_MAX + " characters, not " + value.length());
    }
    if (isPathStep(value)) {
      throw new IllegalArgumentException("an identity must not be '.' or '..'");
    }
    if (value.codePoints().anyMatch(ChargerId::isUnseen)) {
      throw new IllegalArgumentException(
          "an identity must not hold control characters, or marks that are not seen");
    }
  }

  private static boolean isPathStep(String value) {
    return value.equals(".") || value.equals("..");
  }

  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  @Override
  public int compareTo(ChargerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
