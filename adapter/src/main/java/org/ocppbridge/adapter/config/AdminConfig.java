package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The side of the operator.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param token what API calls and the console sign in with; empty: one is made at the first start
 * @param allowRemoteWithoutTls whether a host other than loopback may be served in clear
 * @param tls the certificate to serve with; empty: plain HTTP
 * @param session how long a sign-in lasts
 */
public record AdminConfig(
    String host,
    int port,
    Optional<Secret> token,
    boolean allowRemoteWithoutTls,
    Optional<ServerTls> tls,
    Duration session) {}
