package org.ocppbridge.mappings.soap.envelope;

/**
 * How large an XML document may be. What is larger is refused with {@link
 * org.ocppbridge.mappings.BridgeFault.ProtocolError}, which names the limit.
 *
 * @param depth elements inside one another
 * @param elements elements in all
 * @param attributes attributes of one element, namespace declarations included
 * @param textLength characters of one text or attribute value
 */
public record Limits(int depth, int elements, int attributes, int textLength) {

  /** Room for a day of meter values in one message, and not for much more. */
  public static final Limits DEFAULT = new Limits(64, 50_000, 64, 512 * 1024);
}
