package org.ocppbridge.adapter.cli;

/**
 * How much to play.
 *
 * @param sessions of each charger, at least 0
 */
public record WarmOptions(int sessions) {}
