package org.ocppbridge.mappings;

import java.util.Optional;
import org.ocppbridge.mappings.model.StartTransaction;

/**
 * A transaction of a charger.
 *
 * @param id the number the bridge gave to the charger: positive, per charger, never reused
 * @param start what the charger said at its start
 * @param csmsId the CSMS's id, once known: the number of a 1.6J CSMS in decimal, the UUID of 2.0.1
 */
public record Transaction(int id, StartTransaction.Request start, Optional<String> csmsId) {}
