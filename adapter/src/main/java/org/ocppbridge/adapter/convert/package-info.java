/**
 * {@code convert}: one message through the mappings, offline, without a charger, a CSMS or state.
 *
 * <p>A SOAP envelope becomes the frames that would go to the CSMS, a JSON CALL the envelope that
 * would go to the charger, each with its losses. The same mappings run as in the bridge; what they
 * ask of the other side is printed and not answered. Next: {@link
 * org.ocppbridge.adapter.convert.Converter}.
 */
package org.ocppbridge.adapter.convert;
