/**
 * All chargers that are served: who comes, who stays, who goes.
 *
 * <p>Contract: {@link org.ocppbridge.adapter.fleet.ChargerFleet} is what others see. A charger is
 * there once, and no two are the same station for a CSMS; one that has just spoken is never
 * forgotten, and its parts are not exchanged while it is asked something. Chargers never wait for
 * one another.
 *
 * <p>Next: {@code ServedChargers} holds them; {@code TakeUp} goes on with those the store knows,
 * {@code SilenceWatch} looks for those that are gone, {@code Renewal} serves them by other settings
 * ({@code Moves} keeps at it), {@code ClockSteps} has them follow a clock that is set, {@code
 * Drain} waits at the end. {@code charger} is one of them.
 */
package org.ocppbridge.adapter.fleet;
