package org.ocppbridge.adapter.soap.in;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;

/**
 * Writes the envelope around the answer, in the form of the request, in the place of CXF's
 * SoapOutInterceptor: that one needs the headers as DOM and knows only the contract's form.
 */
final class AnswerEnvelopeInterceptor extends AbstractPhaseInterceptor<Message> {

  AnswerEnvelopeInterceptor() {
    super(Phase.WRITE);
  }

  @Override
  public void handleMessage(Message message) {
    CxfExchange request = CxfExchange.of(message.getExchange());
    XMLStreamWriter out = message.getContent(XMLStreamWriter.class);
    try {
      EnvelopeWriter.begin(out, request.envelope().form(), request.headers());
    } catch (XMLStreamException broken) {
      throw new Fault(broken);
    }
    message.getInterceptorChain().add(List.of(new Ending()));
  }

  /** Closes the envelope behind the body. */
  private static final class Ending extends AbstractPhaseInterceptor<Message> {

    Ending() {
      super(Phase.WRITE_ENDING);
    }

    @Override
    public void handleMessage(Message message) {
      try {
        EnvelopeWriter.end(message.getContent(XMLStreamWriter.class));
      } catch (XMLStreamException broken) {
        throw new Fault(broken);
      }
    }
  }
}
