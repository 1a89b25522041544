package org.ocppbridge.adapter.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for localhost, made fresh by the JDK's keytool, so that no key lies about.
 *
 * @param certificate PEM
 * @param key PEM
 * @param store with both, as {@code own}
 */
public record TestCertificate(String certificate, String key, KeyStore store) {

  /** Password of the store. */
  public static final String PASSWORD = "changeit";

  /** Makes one for localhost in a folder. */
  public static TestCertificate make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    return make(folder.resolve("store.p12"), "localhost", "EC");
  }

  /** Makes one, as a PKCS #12 file too. */
  public static TestCertificate make(Path file, String name, String algorithm)
      throws IOException, InterruptedException, GeneralSecurityException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String[] command = {
      keytool,
      "-genkeypair",
      "-alias",
      "own",
      "-keyalg",
      algorithm,
      "-dname",
      "CN=" + name,
      "-ext",
      "SAN=DNS:" + name.replace('_', '-'),
      "-storetype",
      "PKCS12",
      "-keystore",
      file.toString(),
      "-storepass",
      PASSWORD
    };
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, PASSWORD.toCharArray());
    }
    return new TestCertificate(
        pem("CERTIFICATE", store.getCertificate("own").getEncoded()),
        pem("PRIVATE KEY", store.getKey("own", PASSWORD.toCharArray()).getEncoded()),
        store);
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
