/**
 * Rules that hold whatever the CSMS speaks: which transaction a StopTransaction ends, what is known
 * of an idTag, when a charger has to be told to stop, what a version of OCPP can be asked, how a
 * charger is registered; and the operations that all JSON versions have alike.
 *
 * <p>Contract: pure functions of a {@link org.ocppbridge.mappings.ChargerView}; they know no version
 * of JSON and nothing of SOAP. Next: their users, {@code json16} and {@code json201}.
 */
package org.ocppbridge.mappings.rules;
