package org.ocppbridge.mappings.soap.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a document into text without byte order mark, leading white space, XML
 * declaration and trailing NULs.
 *
 * <p>Chargers name encodings that do not exist, and stacks add one to Content-Type that is not the
 * document's. So the bytes themselves are believed first: a byte order mark, the zero bytes of
 * UTF-16, valid UTF-8. Only what is none of these is read as it claims to be, and as ISO-8859-1 if
 * it claims nothing usable.
 */
final class Decoding {

  /** How far into a document its XML declaration is looked for, in bytes. */
  private static final int DECLARATION_MAX = 256;

  /** What stands in decoded text for bytes that have no meaning. */
  private static final char UNDECODABLE = '\ufffd';

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");
  private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]*?\\?>");

  private Decoding() {}

  /**
   * Decodes a document; never fails.
   *
   * @param declared the charset parameter of Content-Type, if there was one
   */
  static String decode(byte[] bytes, Optional<String> declared) {
    String text = text(bytes, declared);
    int end = text.length();
    while (end > 0 && isPadding(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start(text, end), end);
  }

  /**
   * Without the control characters that no XML parser takes: small firmware pads its texts with
   * NULs. They become blanks, so that they vanish around a value and separate inside one.
   */
  static String withoutControls(String document) {
    for (int i = 0; i < document.length(); i++) {
      if (isForbidden(document.charAt(i))) {
        StringBuilder clean = new StringBuilder(document);
        for (; i < clean.length(); i++) {
          if (isForbidden(clean.charAt(i))) {
            clean.setCharAt(i, ' ');
          }
        }
        return clean.toString();
      }
    }
    return document;
  }

  /** XML 1.0 §2.2. */
  private static boolean isForbidden(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\ufffe' || c == '\uffff';
  }

  private static String text(byte[] bytes, Optional<String> declared) {
    Optional<Charset> sniffed = sniff(bytes);
    if (sniffed.isPresent()) {
      return new String(bytes, sniffed.get());
    }
    String usual = new String(bytes, StandardCharsets.UTF_8);
    if (usual.indexOf(UNDECODABLE) < 0) {
      return usual;
    }
    try {
      // Either the character itself was sent, or these bytes are not UTF-8.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      Charset claimed =
          declared
              .flatMap(Decoding::singleByte)
              .or(() -> inDeclaration(bytes).flatMap(Decoding::singleByte))
              .orElse(StandardCharsets.ISO_8859_1);
      return new String(bytes, claimed);
    }
  }

  /** UTF-16, told by its mark or by the zero byte beside the first angle bracket. */
  private static Optional<Charset> sniff(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    return switch (first << 8 | second) {
      case 0xfeff, '<' ->
          bytes.length > 1 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
      case 0xfffe, '<' << 8 ->
          bytes.length > 1 ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> inDeclaration(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_MAX);
    Matcher matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The charset of this name, if there is one and it is not one of the Unicode ones, which these
   * bytes are not.
   */
  private static Optional<Charset> singleByte(String name) {
    String clean = name.strip().replace("\"", "");
    if (clean.toUpperCase(Locale.ROOT).startsWith("UTF")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(clean)).filter(Charset::canEncode);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /**
   * Where the root element begins, or a comment before it: behind the declaration, which has been
   * read and may say what no parser takes, and the white space around it.
   */
  private static int start(String text, int end) {
    int start = behindPadding(text, 0, end);
    Matcher matcher = DECLARATION.matcher(text).region(start, end);
    return matcher.lookingAt() ? behindPadding(text, matcher.end(), end) : start;
  }

  private static int behindPadding(String text, int from, int end) {
    int start = from;
    while (start < end && isPadding(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isPadding(char c) {
    return c == '\ufeff' || c == '\0' || Character.isWhitespace(c);
  }
}
