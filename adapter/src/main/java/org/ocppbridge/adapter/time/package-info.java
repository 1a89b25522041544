/**
 * The time and what happens at a time, passed in wherever it counts, so that tests move it by hand.
 *
 * <p>Contract: whoever waits or has something done later goes by {@code Time.steady}, which nobody
 * can set; the time of day is for what is told or kept. A charger's state has a clock of its own,
 * {@code ChargerClock}, which steps only when the state is told.
 *
 * <p>Next: {@link org.ocppbridge.adapter.time.Time}; {@code SystemTime} is that of the process,
 * {@code ChargerTime} the same with the charger's name in each log line.
 */
package org.ocppbridge.adapter.time;
