/**
 * SOAP as the rest of the program sees it: what chargers ask comes in by {@link
 * org.ocppbridge.adapter.soap.ChargerRequests}, what they are asked goes out by {@link
 * org.ocppbridge.adapter.soap.ChargerLink}.
 *
 * <p>Contract: on both sides there are only model messages and {@link
 * org.ocppbridge.mappings.BridgeFault}s; XML, HTTP and generated types stay inside. Both block and
 * are meant for virtual threads.
 *
 * <p>Next: {@code in} is the server, {@code out} the client.
 */
package org.ocppbridge.adapter.soap;
