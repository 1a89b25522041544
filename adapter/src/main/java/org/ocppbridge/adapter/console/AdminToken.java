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
 * told once; then only its Argon2id hash is kept, and who loses the token deletes that file.
 */
public final class AdminToken {

  /** Bytes of a token made here: nobody guesses 160 bits. */
  private static final int BYTES = 20;

  private volatile String hash;
  private final Optional<String> fresh;
  private final byte[] ofRun;

  /** SHA-256 of the token that was right last, so that not each request costs an Argon2. */
  private volatile byte[] known = new byte[0];

  private AdminToken(String hash, Optional<String> fresh, byte[] ofRun) {
    this.ofRun = ofRun;
    this.hash = hash;
    this.fresh = fresh;
  }

  /** One that the settings say. */
  public static AdminToken configured(String token) {
    AdminToken made = new AdminToken(PasswordHash.of(token), Optional.empty(), new byte[0]);
    made.known = digest(token);
    return made;
  }

  /** A new one that nothing keeps. */
  public static AdminToken made() {
    String token = random();
    return new AdminToken(PasswordHash.of(token), Optional.of(token), new byte[0]);
  }

  /**
   * The one whose hash a file holds; if there is no such file, a new one is made and its hash put
   * there.
   *
   * @throws UncheckedIOException if the file can neither be read nor made
   * @throws IllegalStateException if it holds no hash
   */
  public static AdminToken kept(Path file) {
    return kept(file, AdminToken::made);
  }

  /**
   * The same, with a new one that is made already, or on the way.
   *
   * @param fresh asked if there is no such file
   */
  public static AdminToken kept(Path file, Supplier<AdminToken> fresh) {
    try {
      if (Files.exists(file)) {
        String hash = Files.readString(file).strip();
        if (!PasswordHash.isHash(hash)) {
          throw new IllegalStateException(
              file + " is damaged; delete it, and the next start makes and tells another token");
        }
        return new AdminToken(hash, Optional.empty(), new byte[0]);
      }
      AdminToken made = fresh.get();
      WholeFile.write(file, made.hash + "\n");
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
      hash = PasswordHash.of(token);
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

  /** Whether this is the token. Takes a tenth of a second unless it is known. */
  boolean is(String candidate) {
    byte[] digest = digest(candidate);
    if (isKnown(candidate)) {
      return true;
    }
    boolean right = PasswordHash.matches(hash, candidate);
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
