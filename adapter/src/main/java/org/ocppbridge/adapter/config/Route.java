package org.ocppbridge.adapter.config;

/**
 * Where one charger belongs, and the settings that hold for it.
 *
 * @param targetName the key of {@code targets}
 * @param target the CSMS
 * @param settings the charger's settings, resolved
 */
public record Route(String targetName, TargetConfig target, ChargerSettings settings) {}
