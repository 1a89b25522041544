package org.ocppbridge.mappings.soap.envelope;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.Contract.Side;

/**
 * Reads SOAP envelopes as chargers write them. Only what is no SOAP at all is refused; whatever
 * else is wrong is found in the {@link Envelope}, so that the answer can still take the peer's
 * form. Safe for use by many threads.
 */
public final class EnvelopeReader {

  private final Function<String, Element> parser;

  public EnvelopeReader(Limits limits) {
    this(new TreeReader(limits)::read);
  }

  EnvelopeReader(Function<String, Element> parser) {
    this.parser = parser;
  }

  /**
   * Reads what a charger asks: version and operation are told by the body element.
   *
   * @param body the whole document, already decompressed and bounded
   * @param charset the charset parameter of Content-Type, if there was one
   * @throws BridgeFault.ProtocolError if it is no SOAP envelope, saying in words what it seems to
   *     be
   */
  public Envelope readRequest(byte[] body, Optional<String> charset) {
    Notes notes = new Notes();
    Element root = root(body, charset, notes);
    return envelope(root, notes, element -> request(element, notes));
  }

  /**
   * Reads a charger's answer. Since it is known what was asked, its namespace need not be right.
   *
   * @param version what the charger was called with
   * @param operation what it was asked, for example {@code Reset}
   * @throws BridgeFault.ProtocolError if it is no SOAP envelope
   */
  public Envelope readAnswer(
      byte[] body, Optional<String> charset, SoapVersion version, String operation) {
    Contract contract = Contract.of(version, Side.CP);
    Notes notes = new Notes();
    Element root = root(body, charset, notes);
    return envelope(root, notes, element -> answer(element, contract, operation, notes));
  }

  private Element root(byte[] body, Optional<String> charset, Notes notes) {
    String decoded = Decoding.decode(body, charset);
    String document = Decoding.withoutControls(decoded);
    if (!document.equals(decoded)) {
      notes.changed("message", "held control characters, which XML does not allow: made blanks");
    }
    NotSoap.recognise(document, body)
        .ifPresent(
            words -> {
              throw new BridgeFault.ProtocolError(words);
            });
    return parser.apply(document);
  }

  private interface BodyReader {
    Content read(Element element);
  }

  private static Envelope envelope(Element root, Notes notes, BodyReader bodies) {
    boolean soap11 = isSoap11(root);
    Headers headers = new Headers(root.child("Header"));
    Optional<Element> first =
        root.child("Body").flatMap(body -> body.children().stream().findFirst());
    Content content =
        first
            .map(element -> isFault(element) ? Faults.read(element) : bodies.read(element))
            .orElseGet(
                () ->
                    new Content.Unknown(
                        new BridgeFault.ProtocolError("the SOAP body is missing or empty")));
    Optional<String> service =
        content instanceof Content.SoapFault ? Optional.empty() : first.map(Element::namespace);
    return new Envelope(
        new Form(soap11, service.filter(namespace -> !namespace.isEmpty()), headers.addressing()),
        headers.text("MessageID"),
        headers.text("RelatesTo"),
        headers.text("Action"),
        headers.from(),
        headers.identity(),
        content,
        notes.toList());
  }

  private static boolean isSoap11(Element root) {
    String namespace = root.namespace().strip().toLowerCase(Locale.ROOT);
    boolean soap11 = namespace.startsWith("http://schemas.xmlsoap.org/soap/envelope");
    boolean soap12 =
        namespace.startsWith("http://www.w3.org/") && namespace.contains("soap-envelope");
    if (!root.name().equals("Envelope") || !(soap11 || soap12)) {
      throw new BridgeFault.ProtocolError(
          "XML, but no SOAP envelope: the root is '"
              + Printable.of(root.name())
              + "' in '"
              + Printable.of(root.namespace())
              + "'");
    }
    return soap11;
  }

  private static boolean isFault(Element element) {
    return element.name().equals("Fault") && element.namespace().contains("soap");
  }

  private static Content request(Element element, Notes notes) {
    Optional<Contract> written = Contract.ofNamespace(element.namespace());
    if (written.isEmpty()) {
      return unknown(
          "'"
              + Printable.of(element.name())
              + "' is in the namespace '"
              + Printable.of(element.namespace())
              + "', which is no OCPP version over SOAP");
    }
    Contract asked = Contract.of(written.get().version(), Side.CS);
    Optional<Contract.Message> message =
        asked.message(element.name()).filter(m -> m.kind() == Contract.Message.Kind.REQUEST);
    if (message.isEmpty()) {
      return unknown(whyNot(element, asked));
    }
    return payload(element, message.get(), notes);
  }

  private static String whyNot(Element element, Contract asked) {
    Contract other = Contract.of(asked.version(), Side.CP);
    String name = "'" + Printable.of(element.name()) + "'";
    if (other.message(element.name()).isPresent()) {
      return name
          + " is a message between a central system and a charge point's own service, sent to the central system's address";
    }
    if (asked.message(element.name()).isPresent()) {
      return name + " is an answer where a request belongs";
    }
    return name + " is no operation of OCPP " + asked.version();
  }

  private static Content answer(Element element, Contract contract, String operation, Notes notes) {
    Optional<Contract.Message> message =
        contract
            .message(element.name())
            .filter(
                m -> m.kind() == Contract.Message.Kind.RESPONSE && m.operation().equals(operation));
    if (message.isEmpty()) {
      return new Content.Unknown(
          new BridgeFault.ProtocolError(
              "'" + Printable.of(element.name()) + "' is not the answer to " + operation));
    }
    return payload(element, message.get(), notes);
  }

  private static Content payload(Element element, Contract.Message message, Notes notes) {
    if (!element.name().equals(message.element())) {
      notes.changed(message.element(), "was written '" + Printable.of(element.name()) + "'");
    }
    if (!element.namespace().equals(message.contract().namespace())) {
      notes.changed("namespace", "was written '" + Printable.of(element.namespace()) + "'");
    }
    return new Content.Payload(message, Normaliser.normalise(element, message, notes));
  }

  private static Content unknown(String why) {
    return new Content.Unknown(new BridgeFault.NotSupported(why));
  }
}
