/**
 * Pure conversion between SOAP chargers and a JSON CSMS: no I/O, no clock, no logger, no thread.
 *
 * <p>A mapping gets a request and a {@link org.ocppbridge.mappings.ChargerView} and returns a
 * {@link org.ocppbridge.mappings.Step}; the adapter carries steps out. What has to be remembered is
 * returned as {@link org.ocppbridge.mappings.Change}s, what could not be carried over as {@link
 * org.ocppbridge.mappings.Loss}es. No mapping owns a timer: it sets a wake-up and is called again.
 *
 * <p>Next: {@code model} is the hub, {@code soap} the chargers' three versions, {@code json16} and
 * {@code json201} the CSMS's.
 */
package org.ocppbridge.mappings;
