package org.ocppbridge.adapter.config;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A Basic password. 1.6J gives it as 40 hex digits whose 20 bytes stand in the header (OCPP-J 1.6
 * §6.2.2), yet many CSMSs take the digits as they are, and 2.0.1 uses text; so the form is a
 * setting.
 *
 * @param secret the password as configured
 * @param encoding how it turns into bytes
 */
public record Password(Secret secret, Encoding encoding) {

  /** How a password turns into the bytes of the header. */
  public enum Encoding {
    /** The characters, in UTF-8. */
    TEXT,
    /** Two hex digits a byte. */
    HEX
  }

  /**
   * @throws IllegalArgumentException if the encoding is hex and the text is not
   */
  public Password {
    if (encoding == Encoding.HEX && !secret.reveal().matches("([0-9A-Fa-f]{2})+")) {
      throw new IllegalArgumentException("encoding hex needs pairs of hex digits");
    }
  }

  /** The bytes that follow {@code user:} in the header, before Base64. */
  public byte[] bytes() {
    return encoding == Encoding.HEX
        ? HexFormat.of().parseHex(secret.reveal())
        : secret.reveal().getBytes(StandardCharsets.UTF_8);
  }
}
