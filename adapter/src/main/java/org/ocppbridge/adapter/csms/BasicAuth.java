package org.ocppbridge.adapter.csms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.ocppbridge.mappings.Printable;

/** HTTP Basic credentials of one charger. Shows them to nobody but the CSMS. */
public final class BasicAuth {

  private final String user;
  private final byte[] password;

  private BasicAuth(String user, byte[] password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "the user '"
              + Printable.of(user)
              + "' has a colon, which Basic authentication cannot carry (RFC 7617): configure another user or identity for it");
    }
    if (user.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the user '" + Printable.of(user) + "' has a control character");
    }
    this.user = user;
    this.password = password;
  }

  /**
   * A password as the very bytes to send.
   *
   * @throws IllegalArgumentException if the user has a colon or a control character
   */
  public static BasicAuth bytes(String user, byte[] password) {
    return new BasicAuth(user, password.clone());
  }

  /**
   * A password that is sent as it is written, in UTF-8.
   *
   * @throws IllegalArgumentException if the user has a colon or a control character
   */
  public static BasicAuth text(String user, String password) {
    return new BasicAuth(user, password.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A password given as hexadecimal digits and sent as the bytes they stand for (OCPP-J 1.6 §6.2.2:
   * 40 digits, 20 bytes).
   *
   * @throws IllegalArgumentException if the user has a colon or a control character, or the
   *     password is not hexadecimal
   */
  public static BasicAuth hex(String user, String password) {
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(password);
    } catch (IllegalArgumentException e) {
      // without the cause: its text shows parts of the password
      throw new IllegalArgumentException(
          "the password of '"
              + Printable.of(user)
              + "' is not an even number of hexadecimal digits");
    }
    return new BasicAuth(user, bytes);
  }

  /** The value of the Authorization header. */
  String header() {
    byte[] head = (user + ":").getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[head.length + password.length];
    System.arraycopy(head, 0, both, 0, head.length);
    System.arraycopy(password, 0, both, head.length, password.length);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The user, without the password. */
  @Override
  public String toString() {
    return user + ":***";
  }
}
