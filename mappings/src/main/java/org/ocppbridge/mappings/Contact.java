package org.ocppbridge.mappings;

/**
 * Where a charger said it can be called, as it said it: whether that may be used is decided anew
 * with the settings in force.
 *
 * @param from the text of the From header's address; empty if there was none
 * @param source the IP address that request came from
 * @param soap11 whether the charger speaks SOAP 1.1 and has to be called so
 */
public record Contact(String from, String source, boolean soap11) {}
