package org.ocppbridge.mappings.soap.envelope;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Printable;

/**
 * Recognises what is sent to a SOAP address by mistake, so that one line tells the installer what
 * to change (FF H13, H14).
 */
final class NotSoap {

  private static final Pattern HTML =
      Pattern.compile("(?is)^(<!--.*?-->\\s*)?<(!doctype\\s+)?html\\b.*");
  private static final int LOOKED_AT = 1024;

  private NotSoap() {}

  /** Says in words what the document is; empty if it may be SOAP. */
  static Optional<String> recognise(String document, byte[] body) {
    if (document.isEmpty()) {
      return Optional.of(
          "the message is empty: perhaps a charger for JSON, whose WebSocket address was set to the SOAP address");
    }
    char first = document.charAt(0);
    if (first == '{' || first == '[') {
      return Optional.of("JSON, not SOAP: " + shown(body));
    }
    if (first != '<') {
      return Optional.of("not XML: " + shown(body));
    }
    if (HTML.matcher(document).region(0, Math.min(document.length(), LOOKED_AT)).matches()) {
      return Optional.of(
          "an HTML page, not SOAP: perhaps of a proxy or a login in between: " + shown(body));
    }
    return Optional.empty();
  }

  private static String shown(byte[] body) {
    return "it begins with '" + Printable.of(body) + "'";
  }
}
