package org.ocppbridge.adapter.config;

import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Old versions of TLS, for chargers that know no other. Java decides once for the whole process
 * what is beyond use, before its first TLS engine is made; so what is permitted here has to be
 * excluded again from every other engine: by the defaults of the process, and with {@link
 * #PROTOCOLS} and {@link #modernSuites} where engines are told what to speak.
 */
public final class OldTls {

  /** What all engines but the old listener's may speak. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private static final String SWITCH = "jdk.tls.disabledAlgorithms";

  /** What OCPP's security white paper names for old versions (A00.FR.324), and its neighbours. */
  private static final List<String> OLD_SUITES =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
          "TLS_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_CBC_SHA");

  /** What everything else speaks then. */
  private static final List<String> MODERN_SUITES =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384");

  private OldTls() {}

  /**
   * Lets this process speak these versions where an engine asks for them by name. Has an effect
   * only before the first TLS engine of the process.
   */
  static void permit(List<String> protocols) {
    String disabled = Security.getProperty(SWITCH);
    if (disabled != null && !protocols.isEmpty()) {
      pinAllOthers();
      Security.setProperty(
          SWITCH,
          Arrays.stream(disabled.split(","))
              .map(String::strip)
              .filter(each -> !protocols.contains(each) && !each.equals("TLS_RSA_*"))
              .collect(Collectors.joining(", ")));
    }
  }

  /** What engines speak that are told nothing else. */
  private static void pinAllOthers() {
    for (String side : List.of("client", "server")) {
      System.setProperty("jdk.tls." + side + ".protocols", String.join(",", PROTOCOLS));
      System.setProperty("jdk.tls." + side + ".cipherSuites", String.join(",", MODERN_SUITES));
    }
  }

  /**
   * Those of these cipher suites that are for everybody: what this class lets in for old chargers
   * is not among them.
   */
  public static String[] modernSuites(String[] suites) {
    return Arrays.stream(suites).filter(MODERN_SUITES::contains).toArray(String[]::new);
  }

  /** Those of these cipher suites that old versions can use. */
  public static String[] oldSuites(String[] suites) {
    return Stream.of(suites).filter(OLD_SUITES::contains).toArray(String[]::new);
  }
}
