package org.ocppbridge.adapter.secure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals secrets with AES-256-GCM, so that the store never holds one in clear. Each is bound to what
 * it belongs to: it cannot be opened as another's.
 *
 * <p>The key comes of the operator's {@code secrets.key}. Without that setting it is made with the
 * first secret, and kept beside the store in a file that only the owner can read: whoever gets the
 * store alone gets nothing, whoever gets the whole folder gets all.
 */
public final class Vault {

  /** The file of a key that the bridge made. */
  public static final String FILE = "secrets.key";

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final String FORM = "v1.";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  /** Base64 of a key, of that size or another. */
  private static final Pattern OWN_KEY = Pattern.compile("[A-Za-z0-9+/]{43,}={0,2}");

  /** Makes guessing a weak key slow; the key is derived once for each start. */
  private static final int ITERATIONS = 300_000;

  private static final byte[] SALT = "ocpp-bridge secrets.key".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final Supplier<SecretKey> source;
  private SecretKey key; // guarded by this

  private Vault(Supplier<SecretKey> source) {
    this.source = source;
  }

  /** With the operator's key. */
  public static Vault with(String operatorsKey) {
    return new Vault(() -> derived(operatorsKey));
  }

  /**
   * With a key of its own in this folder.
   *
   * @throws IllegalStateException if there is one and it is damaged
   */
  public static Vault in(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      String _ = ownKey(file);
    }
    return new Vault(() -> derived(ownKey(file)));
  }

  private static SecretKey derived(String text) {
    try {
      PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), SALT, ITERATIONS, KEY_BITS);
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new SecretKeySpec(bytes, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2", e);
    }
  }

  private static String ownKey(Path file) {
    try {
      if (Files.notExists(file)) {
        makeKey(file);
      }
      String key = Files.readString(file).strip();
      if (!OWN_KEY.matcher(key).matches()) {
        throw new IllegalStateException(
            "%s is damaged; put back a copy of it. Without it what it sealed is lost: delete the file then, and set the passwords of the chargers anew"
                .formatted(file));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("the key " + file + " cannot be kept", e);
    }
  }

  private static void makeKey(Path file) throws IOException {
    byte[] bytes = new byte[KEY_BITS / Byte.SIZE];
    new SecureRandom().nextBytes(bytes);
    WholeFile.write(file, Base64.getEncoder().encodeToString(bytes));
    LOG.warn(
        "secrets.key is not set: secrets are sealed with a key of the bridge's own in {}", file);
  }

  private synchronized SecretKey key() {
    if (key == null) {
      key = source.get();
    }
    return key;
  }

  /**
   * Seals a secret.
   *
   * @param owner what it belongs to
   */
  public String seal(String owner, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      ByteBuffer both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return FORM + Base64.getEncoder().encodeToString(both.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /**
   * Opens a secret.
   *
   * @return empty if it is another owner's, was changed, or was sealed with another key
   */
  public Optional<String> open(String owner, String sealed) {
    if (!sealed.startsWith(FORM)) {
      return Optional.empty();
    }
    try {
      byte[] both = Base64.getDecoder().decode(sealed.substring(FORM.length()));
      if (both.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
