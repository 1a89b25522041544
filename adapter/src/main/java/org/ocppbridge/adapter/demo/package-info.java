/**
 * The demo: a bridge between a simulated charger and a sample CSMS, all on loopback over real
 * sockets, each exchange printed as SOAP beside JSON.
 *
 * <p>Contract: {@link org.ocppbridge.adapter.demo.Demo} knows the bridge only as {@link
 * org.ocppbridge.adapter.demo.BridgeUnderDemo}, that is as two addresses. What it prints and judges
 * is what the two ends saw on their wires: {@link org.ocppbridge.adapter.demo.Pairing} puts both
 * sides of an exchange together, a {@link org.ocppbridge.adapter.demo.Wording} for each JSON
 * version says which message belongs to which and compares them value by value.
 *
 * <p>Next: {@code simulate} is the charger, {@code samplecsms} the CSMS.
 */
package org.ocppbridge.adapter.demo;
