/**
 * SOAP out: calls chargers' own SOAP endpoints.
 *
 * <p>{@link org.ocppbridge.adapter.soap.out.SoapChargerLink} is what others use. It hands a request
 * to a CXF client, which binds it and posts it through an own conduit; {@link
 * org.ocppbridge.adapter.soap.out.HttpExchanger} does the one POST. {@link
 * org.ocppbridge.adapter.soap.out.CallbackAddress} decides where a charger may be called at all.
 *
 * <p>A command leaves at most once. One connection serves one exchange (OCPP-J 1.6 §6.2.4 states
 * that for OCPP-S): tiny HTTP servers in chargers close when they like, and a client that meets a
 * closed connection cannot know whether its request was carried out.
 */
package org.ocppbridge.adapter.soap.out;
