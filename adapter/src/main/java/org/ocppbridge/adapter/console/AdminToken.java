package org.ocppbridge.adapter.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

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
   */
  public static AdminToken kept(Path file) {
    try {
      if (Files.exists(file)) {
        return new AdminToken(Files.readString(file).strip(), Optional.empty(), new byte[0]);
      }
      AdminToken made = made();
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made.hash + "\n", StandardOpenOption.CREATE_NEW);
      onlyForOwner(file);
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
      Files.deleteIfExists(file);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file);
      onlyForOwner(file);
      Files.writeString(file, local + "\n");
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

  private static void onlyForOwner(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without owners; it is a hash.
    }
  }

  /** The token, if it was made just now; to be told once. */
  public Optional<String> fresh() {
    return fresh;
  }

  /** Whether this is the token. Takes a tenth of a second unless it was right before. */
  boolean is(String candidate) {
    byte[] digest = digest(candidate);
    if (MessageDigest.isEqual(known, digest) || MessageDigest.isEqual(ofRun, digest)) {
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
