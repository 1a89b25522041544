package org.ocppbridge.adapter.console;

import java.time.Duration;
import java.time.InstantSource;
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
 */
public record AdminSettings(
    String host, int port, Optional<SSLContext> tls, Duration session, InstantSource clock) {}
