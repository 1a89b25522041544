package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.transactions.IdToken;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * ReserveNow: the bridge picks the connector, the charger decides, the reservation is remembered
 * until it is used, cancelled or expired (H01). 1.2 has no reservations.
 */
final class ReserveNow201 {

  private static final String REJECTED = "Rejected";

  /** Types that any connector meets. */
  private static final Set<ConnectorType> ANY =
      Set.of(ConnectorType.UNKNOWN, ConnectorType.UNDETERMINED);

  private static final Command201<ReserveNow.Request, ReserveNow.Answer> COMMAND =
      Command201.refusing(ReserveNow.FROM_CSMS, REJECTED);

  private ReserveNow201() {}

  /** The request (2.0.1 §1.46). */
  record Request(
      @JsonProperty(required = true) Integer id,
      @JsonProperty(required = true) Instant expiryDateTime,
      ConnectorType connectorType,
      @JsonProperty(required = true) IdToken idToken,
      Integer evseId,
      IdToken groupIdToken) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (!SoapOperations.has(view.state(), ReserveNow.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    if (!request.expiryDateTime().isAfter(view.now())) {
      return rejected(Reason.INVALID_VALUE, "expiryDateTime is in the past");
    }
    if (request.connectorType() != null && !ANY.contains(request.connectorType())) {
      return ofType(request, view);
    }
    if (request.evseId() == null) {
      return Keys.flag("ReserveConnectorZeroSupported", view).orElse(false)
          ? reserve(request, 0, view)
          : rejected(Reason.UNSUPPORTED_PARAM, "only an EVSE can be reserved (H01.FR.19)");
    }
    return connector(request.evseId(), view)
        .map(connector -> reserve(request, connector, view))
        .orElseGet(
            () -> rejected(Reason.UNKNOWN_EVSE, "the charger has no EVSE " + request.evseId()));
  }

  /** A connector of the wanted type that is free (H01.FR.09). */
  private static Step<CsmsAnswer> ofType(Request request, ChargerView view) {
    if (request.evseId() != null && !Evse.exists(request.evseId(), view)) {
      return rejected(Reason.UNKNOWN_EVSE, "the charger has no EVSE " + request.evseId());
    }
    String wanted = request.connectorType().wire();
    List<Integer> fitting =
        IntStream.rangeClosed(1, Evse.count(view))
            .filter(n -> request.evseId() == null || Evse.of(n, view).id() == request.evseId())
            .filter(n -> view.policy().ocpp201().hardware().connectorType(n).equals(wanted))
            .boxed()
            .toList();
    if (fitting.isEmpty()) {
      return rejected(Reason.UNKNOWN_CONNECTOR_TYPE, "there is no connector of type " + wanted);
    }
    return fitting.stream()
        .filter(n -> free(n, view))
        .findFirst()
        .map(connector -> reserve(request, connector, view))
        .orElseGet(() -> Answer201.only(Answer201.status("Occupied")));
  }

  private static Step<CsmsAnswer> rejected(Reason reason, String why) {
    return Answer201.only(Answer201.status(REJECTED, reason, why));
  }

  /** The first connector of the EVSE that is free; else the first: the charger says what it is. */
  private static Optional<Integer> connector(int evseId, ChargerView view) {
    List<Integer> connectors = Evse.connectors(evseId, view);
    return connectors.stream()
        .filter(n -> free(n, view))
        .findFirst()
        .or(() -> connectors.stream().findFirst());
  }

  private static boolean free(int connector, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .filter(report -> report.status() == ConnectorStatus.AVAILABLE)
        .isPresent();
  }

  private static Step<CsmsAnswer> reserve(Request request, int connector, ChargerView view) {
    TokenTag tag = TokenTag.of(request.idToken(), view);
    Optional<TokenTag> group =
        Optional.ofNullable(request.groupIdToken()).map(token -> TokenTag.of(token, view));
    ReserveNow.Request reservation =
        new ReserveNow.Request(
            connector,
            request.expiryDateTime(),
            tag.idTag(),
            group.map(TokenTag::idTag).orElse(null),
            request.id());
    List<Change> names = new ArrayList<>(tag.given());
    List<Loss> losses = new ArrayList<>(tag.losses());
    group.ifPresent(g -> names.addAll(g.given()));
    group.ifPresent(g -> losses.addAll(g.losses()));
    return Command201.losing(
        losses,
        COMMAND.ask(
            reservation,
            view,
            (answer, later) ->
                answer.status() == ReservationStatus.ACCEPTED
                    ? accepted(reservation, names, later)
                    : Command201.Ending.plain(Answer201.status(answer.status().wire()))));
  }

  private static Command201.Ending accepted(
      ReserveNow.Request reservation, List<Change> names, ChargerView view) {
    List<Change> changes = new ArrayList<>(names);
    changes.add(new CommandChange.Reserved(reservation));
    changes.add(SilentCharger.expectReserved(reservation.reservationId(), view));
    changes.add(ReservationEnd.at(reservation));
    return Command201.Ending.with(Answer201.status("Accepted"), changes);
  }
}
