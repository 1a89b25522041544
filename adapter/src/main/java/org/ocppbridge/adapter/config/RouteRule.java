package org.ocppbridge.adapter.config;

/**
 * Sends chargers to a target.
 *
 * @param chargers which
 * @param target a key of {@code targets}
 */
public record RouteRule(Glob chargers, String target) {}
