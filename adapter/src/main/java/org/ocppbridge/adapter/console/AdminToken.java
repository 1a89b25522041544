package org.ocppbridge.adapter.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.adapter.secure.WholeFile;

/**
 * What the operator signs in with. Either the settings say it, or it is made at the first start and
 * told once; then only its hash is kept, and who loses the token deletes that file.
 */
public final class AdminToken {

  /** Bytes of a token made here: nobody guesses 160 bits. */
  private static final int BYTES = 20;

  /** Of one that the settings say it is made when somebody first tries another. */
  private volatile Supplier<String> hash;

  private final Optional<String> fresh;
  private final byte[] ofRun;

  /** SHA-256 of the token that was right last, so that not each request costs an Argon2. */
  private volatile byte[] known = new byte[0];

  /** What a person chose. Its hash takes a tenth of a second, which no start has to wait for. */
  private static final class Chosen {
    private final String token;
    private String hash; // guarded by this

    Chosen(String token) {
      this.token = token;
    }

    synchronized String hash() {
      if (hash == null) {
        hash = PasswordHash.of(token);
      }
      return hash;
    }
  }

  private AdminToken(Supplier<String> hash, Optional<String> fresh, byte[] ofRun) {
    this.ofRun = ofRun;
    this.hash = hash;
    this.fresh = fresh;
  }

  /** One that the settings say. */
  public static AdminToken configured(String token) {
    AdminToken made = new AdminToken(new Chosen(token)::hash, Optional.empty(), new byte[0]);
    made.known = digest(token);
    return made;
  }

  /** A new one that nothing keeps. */
  public static AdminToken made() {
    String token = random();
    String hash = PasswordHash.ofRandom(token);
    return new AdminToken(() -> hash, Optional.of(token), new byte[0]);
  }

  /**
   * The one whose hash a file holds; if there is no such file, a new one is made and its hash put
   * there.
   *
   * @throws UncheckedIOException if the file can neither be read nor made
   * @throws IllegalStateException if it holds no hash
   */
  public static AdminToken kept(Path file) {
    try {
      if (Files.exists(file)) {
        String hash = Files.readString(file).strip();
        if (!PasswordHash.isHash(hash)) {
          throw new IllegalStateException(
              file + " is damaged; delete it, and the next start makes and tells another token");
        }
        return new AdminToken(() -> hash, Optional.empty(), new byte[0]);
      }
      AdminToken made = made();
      WholeFile.write(file, made.hash.get() + "\n");
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("admin token: cannot read or write " + file, e);
    }
  }

  private static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * The same, and besides it one more that a file holds, new with each run: for the commands of
   * this program on this machine. Who may read that file may read the data beside it anyway.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public AdminToken alsoIn(Path file) {
    String local = random();
    try {
      WholeFile.write(file, local + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    AdminToken both = new AdminToken(hash, fresh, digest(local));
    both.known = known;
    return both;
  }

  /** Another one holds from now on, as the settings say. */
  public void change(String token) {
    if (!MessageDigest.isEqual(known, digest(token))) {
      hash = new Chosen(token)::hash;
      known = digest(token);
    }
  }

  /** The token, if it was made just now; to be told once. */
  public Optional<String> fresh() {
    return fresh;
  }

  /** Whether this is known to be the token: the settings say it, or it was right before. */
  boolean isKnown(String candidate) {
    byte[] digest = digest(candidate);
    return MessageDigest.isEqual(known, digest) || MessageDigest.isEqual(ofRun, digest);
  }

  /** Whether this is the token. Takes a tenth of a second unless it is known or was made here. */
  boolean is(String candidate) {
    byte[] digest = digest(candidate);
    if (isKnown(candidate)) {
      return true;
    }
    boolean right = PasswordHash.matches(hash.get(), candidate);
    if (right) {
      known = digest;
    }
    return right;
  }

  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
