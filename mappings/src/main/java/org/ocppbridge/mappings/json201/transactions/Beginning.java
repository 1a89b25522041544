package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Commands.RemoteStart;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Tokens.Token;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;

/** What the Started event says of a transaction that begins (MR A8). */
final class Beginning {

  /** A cable is in, but nothing flows yet. */
  private static final Set<ConnectorStatus> PLUGGED =
      EnumSet.of(ConnectorStatus.OCCUPIED, ConnectorStatus.PREPARING);

  /** What a status says when energy flows, or could. */
  private static final Set<ConnectorStatus> FLOWING =
      EnumSet.of(
          ConnectorStatus.CHARGING, ConnectorStatus.SUSPENDED_EV, ConnectorStatus.SUSPENDED_EVSE);

  private Beginning() {}

  /**
   * The id of a transaction towards the CSMS: a UUID (version 3) of the charger, its own number,
   * the time of receipt and the start itself. The number is never given out again to a charger, so
   * neither is the id (E01.FR.08); and the same input always leads to the same output.
   */
  static String transactionId(int number, StartTransaction.Request request, ChargerView view) {
    String name = view.state().id() + "\n" + number + "\n" + view.now() + "\n" + request;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * 1.6 says it with the connector's status: authorised and plugged, but no power yet, counts as
   * suspended by the EVSE. 1.2 and 1.5 start when they charge.
   */
  static ChargingState state(int connector, ChargerView view) {
    if (view.state().version() != SoapVersion.V16) {
      return ChargingState.CHARGING;
    }
    return status(connector, view)
        .filter(FLOWING::contains)
        .flatMap(ChargingStates::of)
        .orElse(ChargingState.SUSPENDED_EVSE);
  }

  /** What came last: the command, the cable or the card. */
  static TriggerReason trigger(
      StartTransaction.Request request, Optional<RemoteStart> remote, ChargerView view) {
    if (remote.isPresent()) {
      return TriggerReason.REMOTE_START;
    }
    Connector connector = view.state().connectors().get(request.connectorId());
    boolean plugged = status(request.connectorId(), view).filter(PLUGGED::contains).isPresent();
    Optional<Instant> authorized =
        view.state()
            .tokens()
            .of(request.idTag())
            .map(Token::at)
            .filter(at -> view.now().isBefore(at.plus(Offline.LATELY)));
    boolean cardFirst = authorized.filter(at -> at.isBefore(connector.statusAt())).isPresent();
    return plugged && cardFirst ? TriggerReason.CABLE_PLUGGED_IN : TriggerReason.AUTHORIZED;
  }

  private static Optional<ConnectorStatus> status(int connector, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .map(StatusNotification.Request::status);
  }

  /** The register at the begin or the end; nothing if that cannot be a reading. */
  static ArrayNode reading(
      ReadingContext context, BigDecimal value, Instant at, String field, List<Loss> losses) {
    ArrayNode values = Json.MAPPER.createArrayNode();
    Optional<BigDecimal> number = Numbers.sane(value);
    if (number.isEmpty()) {
      losses.add(Loss.dropped(field, "is no meter reading"));
      return values;
    }
    ArrayNode samples = Json.MAPPER.createArrayNode();
    samples.add(Sample.register(context).json(number.get()));
    return values.add(Moment.json(at, samples));
  }
}
