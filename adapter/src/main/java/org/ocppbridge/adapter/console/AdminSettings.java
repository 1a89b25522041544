package org.ocppbridge.adapter.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Settings of the admin port.
 *
 * @param host address to listen on
 * @param port 0 takes any free port
 * @param tls makes it HTTPS
 * @param session how long a sign-in of a browser lasts
 * @param clock what time it is
 * @param names what it may be asked by besides {@code localhost} and addresses
 */
public record AdminSettings(
    String host,
    int port,
    Optional<SSLContext> tls,
    Duration session,
    InstantSource clock,
    List<String> names) {

  public AdminSettings {
    names = List.copyOf(names);
  }

  /** One that has no names. */
  AdminSettings(
      String host, int port, Optional<SSLContext> tls, Duration session, InstantSource clock) {
    this(host, port, tls, session, clock, List.of());
  }
}
