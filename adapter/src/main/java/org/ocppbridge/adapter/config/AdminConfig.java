package org.ocppbridge.adapter.config;

import java.util.Optional;

/**
 * The side of the operator.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param token what API calls and the console sign in with
 * @param allowRemoteWithoutTls whether a host other than loopback may be served in clear
 */
public record AdminConfig(
    String host, int port, Optional<Secret> token, boolean allowRemoteWithoutTls) {}
