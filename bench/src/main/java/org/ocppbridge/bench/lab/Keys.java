package org.ocppbridge.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A key and a certificate for loopback, made by the JDK's keytool.
 *
 * @param store a PKCS #12 file
 * @param certificate a PEM file
 */
public record Keys(String store, String password, Path certificate) {
  private static final String PASSWORD = "loopback";

  /** Makes them in this folder. */
  public static Keys make(Path folder) throws IOException {
    String store = folder.resolve("csms.p12").toString();
    Path certificate = folder.resolve("csms.pem");
    keytool(
        store,
        "-genkeypair -alias csms -keyalg EC -groupname secp256r1 -validity 7"
            + " -dname CN=127.0.0.1 -ext SAN=IP:127.0.0.1");
    keytool(store, "-exportcert -alias csms -rfc -file " + certificate);
    return new Keys(store, PASSWORD, certificate);
  }

  private static void keytool(String store, String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.addAll(List.of("-keystore", store, "-storepass", PASSWORD));
    Path log = Files.createTempFile("keytool", ".log");
    ProcessBuilder keytool = new ProcessBuilder(command);
    keytool.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      if (keytool.start().waitFor() != 0) {
        throw new IOException(Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(log);
    }
  }
}
