package org.ocppbridge.mappings.soap.envelope;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Printable;

/**
 * A SOAP envelope as read. Headers are opaque text, trimmed; of a doubled header the first is kept,
 * an empty one counts as missing. ReplyTo, FaultTo and To are not read at all: nobody may be sent
 * anywhere by them (OCPP-S 1.6 §3.2, §3.8).
 *
 * @param form how it was written
 * @param messageId WS-Addressing MessageID; any text, not unique in the field
 * @param relatesTo WS-Addressing RelatesTo
 * @param action WS-Addressing Action; a hint for diagnosis only, the body element decides
 * @param from address in the From header as it stood there, perhaps without a host; empty for the
 *     anonymous address
 * @param identity text of the chargeBoxIdentity header, in whatever namespace and letter case; not
 *     checked
 * @param content the body
 * @param losses what was changed on the way
 */
public record Envelope(
    Form form,
    Optional<String> messageId,
    Optional<String> relatesTo,
    Optional<String> action,
    Optional<String> from,
    Optional<String> identity,
    Content content,
    List<Loss> losses) {

  public Envelope {
    losses = List.copyOf(losses);
  }

  /**
   * The charger that the identity header names.
   *
   * @throws BridgeFault.ProtocolError if there is none, or one that no charger can have
   */
  public ChargerId charger() {
    String text =
        identity.orElseThrow(
            () -> new BridgeFault.ProtocolError("no chargeBoxIdentity header, or an empty one"));
    try {
      return new ChargerId(text);
    } catch (IllegalArgumentException refused) {
      throw new BridgeFault.ProtocolError(
          "chargeBoxIdentity '" + Printable.of(text) + "': " + refused.getMessage());
    }
  }

  /**
   * The message in the body.
   *
   * @throws BridgeFault.NotSupported for an operation or service that is not known
   * @throws BridgeFault.ProtocolError if the body holds a fault or nothing
   */
  public Content.Payload payload() {
    return switch (content) {
      case Content.Payload payload -> payload;
      case Content.Unknown unknown -> throw unknown.why();
      case Content.SoapFault fault ->
          throw new BridgeFault.ProtocolError(
              "a SOAP fault where a message belongs: " + Printable.of(fault.code()));
    };
  }
}
