/**
 * The hub: what OCPP 1.2, 1.5 and 1.6 can say, in immutable records that carry 1.6J's names.
 *
 * <p>One file per operation holds its {@code Request}, its {@code Answer} and the {@link
 * org.ocppbridge.mappings.model.Operation} that ties them together. The model is the union of the
 * three versions: 1.5's <em>Occupied</em> stays <em>Occupied</em> here, and only a target that
 * cannot say it has to choose. The model changes only when a version can say something no other
 * can.
 *
 * <p>Absent values are null, absent lists are empty. Instants are UTC. Numbers and enumerations are
 * already checked: what could not be read was named as a {@link org.ocppbridge.mappings.Loss} at
 * the edge and is absent here.
 *
 * <p>This package imports no generated type and no other package of ours. Next: {@code
 * mappings.soap} for the chargers' side, {@code mappings.json16} for the CSMS's.
 */
package org.ocppbridge.mappings.model;
