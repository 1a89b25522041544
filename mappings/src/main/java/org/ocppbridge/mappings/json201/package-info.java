/**
 * OCPP 2.0.1: towards the CSMS each SOAP charger is a charging station.
 *
 * <p>{@link org.ocppbridge.mappings.json201.Json201} puts the tables of the functional blocks
 * together; each block is a package with a class of its name that lists its operations, and each
 * operation has a class of its name with {@code 201} behind it. What blocks share is in {@code
 * base}, what no message can carry in {@code losses}.
 *
 * <p>Contract: every payload that leaves is valid by the 2.0.1 schemas whatever the charger said;
 * what had to be changed for that is named as a {@link org.ocppbridge.mappings.Loss}. Changes of
 * the state and the messages that tell of them are one write: see {@code base.Told}.
 *
 * <p>Knows {@code model}, {@code json} and {@code rules}, not {@code soap} or {@code json16}. Next:
 * {@code Json201}.
 */
package org.ocppbridge.mappings.json201;
