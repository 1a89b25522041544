/**
 * The program itself: carries out what the mappings say, and puts the rooms together.
 *
 * <p>{@code Main} is where it starts, {@code Wiring} where all parts are made and closed. A request
 * of a charger comes to {@code Bridge}, which finds its {@code Charger}; the {@code ChargerSession}
 * carries out the steps of the mapping on the charger's own {@code Lane}, one after another, and
 * the {@code Courier} brings messages to the CSMS in their order. A command of the CSMS comes to
 * {@code Charger} and leaves by {@code CommandCaller}.
 *
 * <p>Contract: this is the only package that knows more than one of the rooms {@code soap}, {@code
 * csms} and {@code store}; the rooms know nothing of each other. No lock is held while something is
 * waited for. What a step changes is stored before anything that follows from it is seen outside.
 * Nothing here knows what an operation means.
 *
 * <p>Next: {@code docs/one-message.md} walks through it with one StartTransaction.
 */
package org.ocppbridge.adapter;
