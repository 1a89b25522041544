/**
 * Runs the case files under {@code src/test/resources/cases}, the specification of the mappings: a
 * message in on one side, what has to come out on the other, and back. {@link
 * org.ocppbridge.mappings.cases.CaseFile} is their form, {@link
 * org.ocppbridge.mappings.cases.Player} plays them through reader, dialects and steps as the bridge
 * does, without socket, store or clock.
 */
package org.ocppbridge.mappings.cases;
