/**
 * The SOAP edge towards chargers: HTTP in, SOAP answers out.
 *
 * <p>{@link org.ocppbridge.adapter.soap.in.SoapServer} is the door. A request goes through {@code
 * HttpGate} (I/O thread: path, method, framing, size), {@code SoapExchanges} (virtual thread:
 * decompression, envelope, identity, admission, refusals), {@code CxfEndpoints} with {@code
 * BodyDestination} (CXF binds the normalised body) and {@code OperationInvoker} (generated type to
 * model and back, the same code for every operation) to {@link
 * org.ocppbridge.adapter.soap.ChargerRequests}.
 *
 * <p>Rules that hold here: the body element alone decides what is asked; ReplyTo and FaultTo are
 * never followed, no connection is opened; the answer takes the request's form; a transaction
 * message is answered, or its connection is closed, but it never gets a fault once its charger is
 * admitted, unless there is nothing in it; a refusal is one log line, and of an address that is
 * refused again and again a count.
 *
 * <p>Next: {@code org.ocppbridge.mappings.soap.envelope} for the XML, {@code
 * org.ocppbridge.mappings.soap} for the values.
 */
package org.ocppbridge.adapter.soap.in;
