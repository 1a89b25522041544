/**
 * What operators see and do, put together from what the bridge knows.
 *
 * <p>Contract: looking changes nothing and holds nobody up; it costs a few percent of a processor
 * at most, however many look. What an operator does to a charger goes the way of the CSMS's own
 * commands. How it is shown and who may do it is the matter of {@code console}, which knows nothing
 * of this package.
 *
 * <p>Next: {@link org.ocppbridge.adapter.operator.OperatorRoom} puts the admin port together from
 * {@code FleetView}, {@code OperatorActions}, {@code LetterDesk}, {@code ChartRing} and {@code
 * TokenErasure}. {@link org.ocppbridge.adapter.operator.Observation} has the rooms listened to,
 * {@code Looks} makes the metrics that are looked at, {@code Reload} brings changed settings into
 * force.
 */
package org.ocppbridge.adapter.operator;
