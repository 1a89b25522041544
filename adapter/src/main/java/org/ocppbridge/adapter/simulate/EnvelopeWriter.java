package org.ocppbridge.adapter.simulate;

import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.witness.Xml;

/**
 * Writes SOAP 1.2 envelopes as OCPP-S 1.6 §3 wants them: XML declaration, chargeBoxIdentity,
 * WS-Addressing.
 */
final class EnvelopeWriter {
  static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
  static final String ANONYMOUS = ADDRESSING + "/anonymous";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private EnvelopeWriter() {}

  /**
   * A request of a charger.
   *
   * @param from where the charger can be called
   */
  static String request(
      String identity, String action, String messageId, String from, String to, Xml body) {
    StringBuilder header = new StringBuilder();
    header
        .append("<ocpp:chargeBoxIdentity soap:mustUnderstand=\"true\">")
        .append(escape(identity))
        .append("</ocpp:chargeBoxIdentity>");
    header
        .append("<wsa:Action soap:mustUnderstand=\"true\">/")
        .append(action)
        .append("</wsa:Action>");
    header.append("<wsa:MessageID>").append(messageId).append("</wsa:MessageID>");
    header
        .append("<wsa:From><wsa:Address>")
        .append(escape(from))
        .append("</wsa:Address></wsa:From>");
    header
        .append("<wsa:ReplyTo><wsa:Address>")
        .append(ANONYMOUS)
        .append("</wsa:Address></wsa:ReplyTo>");
    header.append("<wsa:To>").append(escape(to)).append("</wsa:To>");
    return envelope(header, body.namespace(), element(body));
  }

  /** A charger's answer to a command. */
  static String response(String action, Optional<String> relatesTo, Xml body) {
    return envelope(
        responseHeader("/" + action + "Response", relatesTo), body.namespace(), element(body));
  }

  /** A fault of a charger (OCPP-S 1.6 §4). */
  static String fault(String namespace, Optional<String> relatesTo, ChargerFault fault) {
    String body =
        "<soap:Fault><soap:Code><soap:Value>soap:"
            + fault.code()
            + "</soap:Value><soap:Subcode><soap:Value>ocpp:"
            + fault.subcode()
            + "</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang=\"en\">"
            + escape(fault.reason())
            + "</soap:Text></soap:Reason></soap:Fault>";
    return envelope(responseHeader(ADDRESSING + "/fault", relatesTo), namespace, body);
  }

  private static StringBuilder responseHeader(String action, Optional<String> relatesTo) {
    StringBuilder header =
        new StringBuilder("<wsa:Action>").append(escape(action)).append("</wsa:Action>");
    relatesTo.ifPresent(
        id -> header.append("<wsa:RelatesTo>").append(escape(id)).append("</wsa:RelatesTo>"));
    return header;
  }

  private static String envelope(CharSequence header, String namespace, String body) {
    return DECLARATION
        + "<soap:Envelope xmlns:soap=\""
        + SOAP12
        + "\" xmlns:wsa=\""
        + ADDRESSING
        + "\" xmlns:ocpp=\""
        + namespace
        + "\">"
        + "<soap:Header>"
        + header
        + "</soap:Header><soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  private static String element(Xml element) {
    StringBuilder out = new StringBuilder("<ocpp:").append(element.name());
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      out.append(' ')
          .append(attribute.getKey())
          .append("=\"")
          .append(escape(attribute.getValue()))
          .append('"');
    }
    if (element.children().isEmpty() && element.text().isEmpty()) {
      return out.append("/>").toString();
    }
    out.append('>').append(escape(element.text()));
    element.children().forEach(child -> out.append(element(child)));
    return out.append("</ocpp:").append(element.name()).append('>').toString();
  }

  /** Escapes markup and leaves out what XML 1.0 cannot hold. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
                  boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
                  if (!surrogate && !control && c != 0xFFFE && c != 0xFFFF) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
