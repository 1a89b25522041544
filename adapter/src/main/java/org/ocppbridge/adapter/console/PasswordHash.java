package org.ocppbridge.adapter.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the usual text form, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}, of what a person
 * chose; of what was drawn at random {@code $sha256$hash}.
 */
final class PasswordHash {

  /** 19 MiB, 2 passes, 1 lane: OWASP's recommendation for passwords. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** A hash that asks for more than these is no work of ours. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{8,88})\\$([A-Za-z0-9+/]{16,88})");

  /** Before the hash, in hexadecimal digits, of what was drawn at random. */
  private static final String OF_RANDOM = "$sha256$";

  private static final int OF_RANDOM_LENGTH = OF_RANDOM.length() + 64;

  private PasswordHash() {}

  /**
   * Of a token drawn at random that nobody can guess, however quickly it is tried: a slow hash
   * would make it no safer, and each first start slower.
   */
  static String ofRandom(String token) {
    return OF_RANDOM + HexFormat.of().formatHex(AdminToken.digest(token));
  }

  static String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] hash = hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  static boolean isHash(String text) {
    return isOfRandom(text) || FORM.matcher(text).matches();
  }

  private static boolean isOfRandom(String text) {
    return text.startsWith(OF_RANDOM) && text.length() == OF_RANDOM_LENGTH;
  }

  static boolean matches(String text, String password) {
    return isOfRandom(text)
        ? MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8),
            ofRandom(password).getBytes(StandardCharsets.UTF_8))
        : matchesSlowly(text, password);
  }

  /** One at a time: each takes its memory, and guessing is not to be fast. */
  private static synchronized boolean matchesSlowly(String text, String password) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    byte[] wanted = Base64.getDecoder().decode(form.group(5));
    byte[] given =
        hash(
            password,
            Base64.getDecoder().decode(form.group(4)),
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)),
            wanted.length);
    return MessageDigest.isEqual(wanted, given);
  }

  private static byte[] hash(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
