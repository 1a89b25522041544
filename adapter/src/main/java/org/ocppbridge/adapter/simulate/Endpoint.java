package org.ocppbridge.adapter.simulate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.XmlCheck;

/**
 * One charger's own endpoint: judges a command strictly, as OCPP-S 1.6 §3 describes it, and answers
 * it.
 */
final class Endpoint {
  private static final String UNKNOWN = "(unreadable)";

  private final SimulatedCharger charger;
  private final Simulation simulation;
  private final Commands commands;
  private final XmlCheck check;

  Endpoint(SimulatedCharger charger, Simulation simulation) {
    this.charger = charger;
    this.simulation = simulation;
    this.commands = new Commands(charger, simulation.pace());
    this.check = simulation.check();
  }

  /**
   * What to send back.
   *
   * @param status HTTP status
   * @param afterwards to be called when the answer has left
   */
  record Reply(int status, String envelope, Runnable afterwards) {}

  /** Answers a request body. */
  Reply answer(byte[] request) {
    Instant at = simulation.pace().exactNow();
    long began = System.nanoTime();
    String operation = UNKNOWN;
    Optional<String> messageId = Optional.empty();
    Optional<ChargerFault> fault = Optional.empty();
    Reply reply;
    try {
      Envelope envelope = Envelope.parse(request);
      messageId = envelope.addressing("MessageID");
      operation = operation(envelope);
      Outcome outcome = carryOut(operation, request, envelope);
      reply =
          new Reply(
              200,
              EnvelopeWriter.response(operation, messageId, outcome.response()),
              () -> charger.later(outcome.afterwards()));
    } catch (XMLStreamException e) {
      fault = Optional.of(ChargerFault.protocolError("not an envelope: " + e.getMessage()));
      reply = fault(messageId, fault.get());
    } catch (Refused e) {
      fault = Optional.of(e.fault());
      reply = fault(messageId, fault.get());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Optional<String> problem =
        fault.map(ChargerFault::reason).map(("command to " + charger.id() + ": ")::concat);
    count(operation, took, problem);
    simulation
        .exchanges()
        .done(
            new Exchange(
                charger.id(),
                Exchange.Direction.TO_CHARGER,
                operation,
                new String(request, StandardCharsets.UTF_8),
                reply.envelope(),
                at,
                took,
                problem));
    return reply;
  }

  private void count(String operation, Duration took, Optional<String> problem) {
    if (problem.isPresent()) {
      simulation.tally().failed("< " + operation, problem.get());
    } else {
      simulation.tally().ok("< " + operation, took);
    }
  }

  private Outcome carryOut(String operation, byte[] request, Envelope envelope) throws Refused {
    String namespace = charger.version().chargePointNamespace();
    Optional<Outcome.Command> command =
        commands
            .find(operation)
            .filter(found -> simulation.contract().actions(Side.Cp).contains(operation));
    if (!envelope.body().namespace().equals(namespace) || command.isEmpty()) {
      throw new Refused(
          ChargerFault.notSupported(
              "no operation {" + envelope.body().namespace() + "}" + envelope.body().name()));
    }
    Optional<String> identity = envelope.identity(namespace);
    if (identity.isEmpty()) {
      throw new Refused(ChargerFault.protocolError("no chargeBoxIdentity in " + namespace));
    }
    if (!identity.get().equals(charger.id().value())) {
      throw new Refused(ChargerFault.identityMismatch("meant for '" + identity.get() + "'"));
    }
    List<String> missing =
        List.of("Action", "MessageID", "From", "To").stream()
            .filter(name -> envelope.addressing(name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new Refused(ChargerFault.protocolError(operation + " without the headers " + missing));
    }
    if (!envelope.addressing("Action").get().equals("/" + operation)) {
      throw new Refused(
          ChargerFault.protocolError(
              "Action '" + envelope.addressing("Action").get() + "' on " + operation));
    }
    if (!new String(request, 0, Math.min(5, request.length), StandardCharsets.US_ASCII)
        .equals("<?xml")) {
      throw new Refused(ChargerFault.protocolError(operation + " without an XML declaration"));
    }
    List<Deviation> deviations = check.request(Side.Cp, operation, envelope.body());
    if (!deviations.isEmpty()) {
      throw new Refused(ChargerFault.protocolError("breaks the contract: " + deviations));
    }
    return command.get().answer(envelope.body());
  }

  private static String operation(Envelope envelope) {
    String name = envelope.body().name();
    String stem =
        name.endsWith("Request") ? name.substring(0, name.length() - "Request".length()) : name;
    return stem.isEmpty() ? name : Character.toUpperCase(stem.charAt(0)) + stem.substring(1);
  }

  private Reply fault(Optional<String> messageId, ChargerFault fault) {
    int status = fault.code().equals("Sender") ? 400 : 500;
    return new Reply(
        status,
        EnvelopeWriter.fault(charger.version().chargePointNamespace(), messageId, fault),
        () -> {});
  }

  /** A command that gets a fault. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ChargerFault fault;

    Refused(ChargerFault fault) {
      super(fault.reason());
      this.fault = fault;
    }

    ChargerFault fault() {
      return fault;
    }
  }
}
