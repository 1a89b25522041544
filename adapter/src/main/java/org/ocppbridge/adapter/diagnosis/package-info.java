/**
 * Says in words which common mistake is behind what the bridge sees, and what to do about it.
 *
 * <p>{@link org.ocppbridge.adapter.diagnosis.Advice} is the table from mistake to sentence; {@link
 * org.ocppbridge.adapter.diagnosis.Diagnoses} holds those that are present now, and says each in
 * the log once; {@link org.ocppbridge.adapter.diagnosis.ClockCheck} tells a wrong clock from late
 * messages. The places that notice something tell the {@link org.ocppbridge.adapter.watch.Watch}.
 *
 * <p>Contract: knows no room. Bounded, whatever strangers make up.
 */
package org.ocppbridge.adapter.diagnosis;
