package org.ocppbridge.mappings;

/**
 * A charger's identity, as its {@code chargeBoxIdentity} header says it, trimmed. Any printable
 * text is allowed (field identities hold colons, dots, blanks and letters outside ASCII); control
 * characters are not, because the identity goes into URLs, headers and logs.
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
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("an identity must not hold control characters");
    }
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
