/**
 * The program itself, where its rooms are put together.
 *
 * <p>{@code Main} is where it starts, {@code Wiring} where all parts are made and closed; {@code
 * Bridge} takes the requests of chargers from the SOAP side.
 *
 * <p>Contract: what is here depends on everything else and nothing else depends on it. The edges,
 * {@code soap}, {@code csms} and {@code store}, know nothing of each other; only the heart of the
 * bridge knows more than one of them. From the top down, each knows those below:
 *
 * <ul>
 *   <li>{@code program}: what the commands of the command line do
 *   <li>{@code operator}: what operators see and do; {@code console} shows it
 *   <li>{@code fleet}: all chargers that are served
 *   <li>{@code charger}: one charger at work, by what the mappings say
 *   <li>{@code delivery}: its messages on their way to the CSMS; {@code link}: how that is reached
 *   <li>{@code soap}, {@code csms}, {@code store}: the edges
 *   <li>{@code config}, {@code time}, {@code watch}, {@code ledger} and others: what all of them
 *       use
 * </ul>
 *
 * <p>Next: {@code docs/one-message.md} walks through it with one StartTransaction.
 */
package org.ocppbridge.adapter;
