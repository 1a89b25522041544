/**
 * Each exchange as a trace for OpenTelemetry: the exchange, and in it its stages. Only if the
 * settings say where to send them.
 *
 * <p>Contract: spans name the charger, the operation, the versions and the outcome; nothing of what
 * is in a message. What cannot be sent is dropped, and nothing waits for it. A CALL to the CSMS
 * stands in the exchange that set it off; one that was set off by an answer or a timer is a trace
 * of its own.
 */
package org.ocppbridge.adapter.trace;
