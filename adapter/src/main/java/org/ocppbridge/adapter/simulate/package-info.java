/**
 * Simulated chargers: real SOAP clients and servers over TCP for OCPP 1.2, 1.5 and 1.6.
 *
 * <p>Contract: an independent witness of the bridge. Nothing here uses the bridge's SOAP types, its
 * conversions or CXF: envelopes are written and read with StAX, sent over plain sockets, and
 * checked against the contract tables of {@code witness}. Of the bridge it knows only {@link
 * org.ocppbridge.mappings.SoapVersion} and {@link org.ocppbridge.mappings.ChargerId}. Thousands of
 * chargers share one process: each has a few virtual threads, all share one HTTP listener.
 *
 * <p>Start at {@link org.ocppbridge.adapter.simulate.ChargerSimulator}; one charger is {@link
 * org.ocppbridge.adapter.simulate.SimulatedCharger}.
 */
package org.ocppbridge.adapter.simulate;
