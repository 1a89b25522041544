/**
 * Rules that hold whatever the CSMS speaks: which transaction a StopTransaction ends, what is known
 * of an idTag, when a charger has to be told to stop, what a version of OCPP can be asked.
 *
 * <p>Contract: pure functions of a {@link org.ocppbridge.mappings.ChargerView}; they know neither
 * JSON nor SOAP. Next: their users, {@code json16} and {@code json201}.
 */
package org.ocppbridge.mappings.rules;
