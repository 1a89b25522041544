package org.ocppbridge.adapter.config;

/**
 * A setting given on the command line.
 *
 * @param name the flag, {@code --soap-port}
 * @param path the key it sets, {@code soap.port}
 * @param value its value
 */
public record Flag(String name, String path, String value) {}
