package org.ocppbridge.adapter.simulate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ocppbridge.adapter.witness.Xml;

/**
 * A charger that says sound things in odd forms; every one of them has to be answered, none with a
 * fault.
 */
final class QuirkPlay {
  private static final String TAG = "TAG-1";

  private final SimulatedCharger charger;
  private final CentralSystem centralSystem;

  QuirkPlay(SimulatedCharger charger) {
    this.charger = charger;
    this.centralSystem = charger.centralSystem();
  }

  void run() throws CallFailed {
    charger.boot();
    charger.statusOfAll();
    Stream.of(Quirks.ADDRESSING, Quirks.ENVELOPE, Quirks.BODY)
        .flatMap(List::stream)
        .forEach(this::say);
    charger.leave(1);
  }

  private void say(Quirk quirk) {
    String envelope =
        EnvelopeWriter.request(
            charger.id().value(),
            quirk.message().operation(),
            centralSystem.messageId(),
            centralSystem.from(),
            "http://central.system/ocpp",
            message(quirk.message()));
    try {
      Xml answer = centralSystem.send(quirk.apply(envelope));
      if (quirk.message() == Quirk.Carrier.START) {
        stop(answer.number("transactionId", SimulatedCharger.NO_TRANSACTION));
      }
    } catch (CallFailed e) {
      // counted under the name of the quirk
    }
  }

  private Xml message(Quirk.Carrier carrier) {
    return charger
        .station()
        .with(
            all -> {
              Connector connector = all.connectors.getFirst();
              return switch (carrier) {
                case HEARTBEAT -> charger.messages().heartbeat();
                case STATUS ->
                    charger
                        .messages()
                        .status(1, ConnectorState.AVAILABLE, "NoError", charger.now());
                case START ->
                    charger
                        .messages()
                        .start(
                            1, TAG, charger.now(), connector.advanceMeter(), OptionalInt.empty());
              };
            });
  }

  private void stop(int transaction) throws CallFailed {
    Xml request =
        charger
            .station()
            .with(
                all ->
                    charger
                        .messages()
                        .stop(
                            transaction,
                            Optional.of(TAG),
                            charger.now(),
                            all.connectors.getFirst().advanceMeter(),
                            "Local",
                            List.of()));
    centralSystem.deliver("StopTransaction", request);
  }
}
