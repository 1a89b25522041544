package org.ocppbridge.adapter.csms;

import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.ocppbridge.mappings.Printable;

/** Says in words why a connection failed. */
final class Causes {

  /** How deep causes are followed. */
  private static final int DEPTH_MAX = 10;

  private Causes() {}

  static String of(Throwable problem) {
    Throwable telling = problem;
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++, cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "its certificate is refused: " + Printable.of(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof SSLException) {
        telling = cause;
      }
    }
    return switch (telling) {
      case UnresolvedAddressException ignored -> "the name is unknown";
      case UnknownHostException ignored -> "the name is unknown";
      case ClosedChannelException ignored -> "it closed the connection";
      case SSLException e -> "TLS: " + Printable.of(String.valueOf(e.getMessage()));
      default ->
          telling.getMessage() == null
              ? telling.getClass().getSimpleName()
              : Printable.of(telling.getMessage());
    };
  }
}
