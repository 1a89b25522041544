/**
 * One charger at work: carries out what the mappings say, in both directions.
 *
 * <p>A request of the charger comes to {@code Charger.answer}, a command of its CSMS to {@code
 * Charger.call}; both become steps of the mapping, which {@code StepWalk} carries out one after
 * another. What a step changes and the messages it sends are one write; then they go to the {@code
 * Courier}. What a step asks of the charger leaves by {@code CommandCaller}.
 *
 * <p>Contract: all that writes runs in the charger's turn, one after another, and is stored before
 * anything that follows from it is seen outside. No lock is held while the charger or the CSMS is
 * waited for. Chargers know nothing of each other, and nothing here knows what an operation means.
 *
 * <p>Next: {@link org.ocppbridge.adapter.charger.Charger}, {@link
 * org.ocppbridge.adapter.charger.ChargerSession}, then {@code StepWalk}; {@code delivery} is the
 * courier's, {@code link} says how the CSMS is reached.
 */
package org.ocppbridge.adapter.charger;
