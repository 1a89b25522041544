/**
 * What the two ends of a simulation check messages with: contract tables of the versions, and an
 * XML tree.
 *
 * <p>Contract: independent of the bridge's own types, mappings and schemas, so that a mistake there
 * cannot hide from the simulated charger and the sample CSMS. The tables are resources beside this
 * package, one line a message, in a small notation that {@link
 * org.ocppbridge.adapter.witness.Contract} explains. The checks name every deviation and never
 * change a message.
 *
 * <p>Next: {@code simulate} and {@code samplecsms} use it.
 */
package org.ocppbridge.adapter.witness;
