/**
 * Repairs for single makes of chargers, between the SOAP edge and the CSMS's: what a request says
 * is put right in the model, so that no edge and no other make sees it.
 *
 * <p>Contract: a {@link org.ocppbridge.mappings.quirk.Quirk} is a pure function of one request,
 * says each thing it changes as a loss, and is in force only for the chargers whose settings name
 * it. Never guessed from a vendor's name: makes share names and firmware is repaired. What every
 * charger may send is no quirk; it belongs to {@code soap} and its tables.
 *
 * <p>Next: {@link org.ocppbridge.mappings.quirk.Quirks} lists them all; {@code
 * SamplesInKilowattHours} is one to copy.
 */
package org.ocppbridge.mappings.quirk;
