package org.ocppbridge.adapter.soap.out;

import io.undertow.connector.ByteBufferPool;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Wire;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Losses;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioWorker;

/**
 * Calls chargers by SOAP 1.2, or 1.1 where a charger itself speaks that. Safe for use by many
 * threads.
 */
public final class SoapChargerLink implements ChargerLink {

  private static final Logger LOG = LoggerFactory.getLogger(SoapChargerLink.class);

  private final SoapOut settings;
  private final AddressGuard guard;
  private final HttpExchanger http;
  private final AnswerReader answers;
  private final CommandClients clients;

  /**
   * @param worker shared with the other connections of the program; not closed here
   * @param buffers shared, not thread-local
   * @param tls whom to trust for {@code https}; asked when a charger is called so
   * @param guard asked at each call
   */
  public SoapChargerLink(
      SoapOut settings,
      XnioWorker worker,
      ByteBufferPool buffers,
      Supplier<SSLContext> tls,
      AddressGuard guard) {
    this.settings = settings;
    this.guard = guard;
    this.http = new HttpExchanger(worker, buffers, tls, settings.answerLimit());
    this.answers = new AnswerReader(settings.answerLimit(), settings.xml());
    this.clients = new CommandClients(new ChargerConduit(nowhere(), this::carry));
  }

  /** CXF wants an address beforehand; ours comes with each command. */
  private static EndpointReferenceType nowhere() {
    AttributedURIType address = new AttributedURIType();
    address.setValue("urn:charger");
    EndpointReferenceType reference = new EndpointReferenceType();
    reference.setAddress(address);
    return reference;
  }

  @Override
  public <Q, A> A call(Endpoint endpoint, Operation<Q, A> operation, Q request) {
    Command command =
        new Command(
            endpoint,
            operation,
            settings.messageIds().get(),
            settings.from().get(),
            settings.soapAction().test(endpoint.id()));
    try {
      return ask(command, operation, request);
    } catch (ExchangeFailure e) {
      throw failed(command, e.why(), e.getMessage());
    } catch (ChargerFailed e) {
      throw failed(command, e.why(), e.getMessage());
    } catch (BridgeFault.NotSupported e) {
      throw failed(command, Why.NOT_SUPPORTED, e.getMessage() + "; nothing was sent");
    }
  }

  private <Q, A> A ask(Command command, Operation<Q, A> operation, Q request)
      throws ExchangeFailure {
    Endpoint endpoint = command.endpoint();
    SoapDialect dialect = SoapDialect.of(endpoint.version());
    Losses losses = new Losses();
    Object generated = dialect.command(operation, request, losses);
    Object answer = clients.of(endpoint.version(), endpoint.soap11()).invoke(command, generated);
    Reading reading =
        new Reading(settings.zone().apply(endpoint.id()), settings.clock().instant(), losses);
    A read = dialect.commandAnswer(operation, answer, reading);
    settings.losses().tell(endpoint.id(), operation.name(), losses.list());
    return read;
  }

  private Envelope carry(Command command, byte[] envelope) throws ExchangeFailure {
    Endpoint endpoint = command.endpoint();
    Recording.current().address(endpoint.address().toString());
    Recording.current().soap(Wire.Way.BRIDGE_TO_CHARGER, 0, envelope);
    HttpAnswer http =
        this.http.post(
            command.post(envelope), ip -> guard.allows(endpoint.id(), endpoint.address(), ip));
    Envelope answer = answers.read(http, endpoint.version(), command.operation().name());
    settings
        .losses()
        .tell(endpoint.id(), "answer to " + command.operation().name(), answer.losses());
    answer
        .relatesTo()
        .filter(id -> !id.equals(command.messageId()))
        .ifPresent(
            id ->
                LOG.debug(
                    "{}: the answer relates to another message, taken all the same",
                    command.charger()));
    return answer;
  }

  private static ChargerFailed failed(Command command, Why why, String reason) {
    return new ChargerFailed(why, command.charger() + ", " + command.operation() + ": " + reason);
  }

  @Override
  public void close() {
    clients.close();
  }
}
