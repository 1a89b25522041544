package org.ocppbridge.adapter.soap.in;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.cxf.message.Exchange;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.Envelope;

/**
 * What our own parts of CXF's chain need to know of a request; travels in CXF's exchange.
 *
 * @param caller who asks
 * @param envelope the request
 * @param headers the answer's headers
 * @param answer where the answer goes
 */
record CxfExchange(
    Caller caller, Envelope envelope, List<Element> headers, ByteArrayOutputStream answer) {

  static CxfExchange of(Exchange exchange) {
    return exchange.get(CxfExchange.class);
  }
}
