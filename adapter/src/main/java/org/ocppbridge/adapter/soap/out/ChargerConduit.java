package org.ocppbridge.adapter.soap.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.message.MessageUtils;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.Form;

/**
 * CXF's way out: collects the envelope, has it carried to the charger and hands the answer, already
 * read and brought into the contract's form, back to CXF. One for all calls; everything about a
 * call is in its {@link Command}.
 */
final class ChargerConduit extends AbstractConduit {

  /** Carries an envelope to the charger and reads its answer. */
  interface Carrier {
    Envelope carry(Command command, byte[] envelope) throws ExchangeFailure;
  }

  private static final Logger LOG = LogUtils.getL7dLogger(ChargerConduit.class);

  private final Carrier carrier;

  ChargerConduit(EndpointReferenceType target, Carrier carrier) {
    super(target);
    this.carrier = carrier;
  }

  @Override
  public void prepare(Message message) {
    message.setContent(
        OutputStream.class,
        new ByteArrayOutputStream(2048) {
          private boolean sent;

          @Override
          public void close() throws IOException {
            if (!sent) {
              sent = true;
              send(message.getExchange(), toByteArray());
            }
          }
        });
  }

  private void send(Exchange exchange, byte[] envelope) {
    Command command =
        (Command) exchange.getOutMessage().getContextualProperty(Command.class.getName());
    try {
      Envelope answer = carrier.carry(command, envelope);
      exchange.get(MessageObserver.class).onMessage(inMessage(exchange, command, answer));
    } catch (ExchangeFailure e) {
      // Thrown by Client.invoke as it is; anything thrown here would be wrapped and logged with its
      // stack.
      exchange.put(Exception.class, e);
    }
  }

  private static Message inMessage(Exchange exchange, Command command, Envelope answer) {
    // In the form that was asked in, whatever the charger used: CXF takes no other.
    String soap = command.endpoint().soap11() ? Form.SOAP_11 : Form.SOAP_12;
    Element body = ((Content.Payload) answer.content()).body();
    Element envelope =
        Element.of(soap, "Envelope", List.of(Element.of(soap, "Body", List.of(body))));
    Message in = new MessageImpl();
    in.setExchange(exchange);
    in.setContent(XMLStreamReader.class, new ElementStreamReader(envelope));
    return in;
  }

  @Override
  public void close(Message message) throws IOException {
    OutputStream out = message.getContent(OutputStream.class);
    if (out != null
        && !MessageUtils.getContextualBoolean(message, Message.INBOUND_MESSAGE, false)) {
      out.close();
    }
  }

  @Override
  protected Logger getLogger() {
    return LOG;
  }
}
