package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands.RemoteStart;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Command201.Ending;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.charging.ChargingProfiles;
import org.ocppbridge.mappings.json201.charging.ChargingProfiles.ForStart;
import org.ocppbridge.mappings.json201.charging.Profile201;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.Tags;

/**
 * RequestStartTransaction: refused where the CSMS can be told why, else asked of the charger; its
 * {@code remoteStartId} waits for the StartTransaction (F01, F02). The answer never names a
 * transaction: none begins before the charger says so.
 */
final class RequestStartTransaction201 {

  /**
   * The request.
   *
   * @param evseId null: any
   */
  record Request(
      Integer evseId,
      @JsonProperty(required = true) IdToken idToken,
      @JsonProperty(required = true) Integer remoteStartId,
      IdToken groupIdToken,
      Profile201 chargingProfile) {}

  private static final String REJECTED = "Rejected";

  /**
   * How long a transaction is taken for the effect if the charger does not say how long it waits.
   */
  private static final Duration WORKS = Duration.ofMinutes(5);

  /** What the charger gets beyond the time it waits for the cable. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private static final Set<ConnectorStatus> BROKEN =
      EnumSet.of(ConnectorStatus.UNAVAILABLE, ConnectorStatus.FAULTED);
  private static final Set<ConnectorStatus> PLUGGED =
      EnumSet.of(ConnectorStatus.OCCUPIED, ConnectorStatus.PREPARING, ConnectorStatus.FINISHING);

  private static final Command201<RemoteStartTransaction.Request, RemoteStartTransaction.Answer>
      COMMAND = Command201.refusing(RemoteStartTransaction.FROM_CSMS, REJECTED);

  private RequestStartTransaction201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (view.state().registration().is(RegistrationStatus.PENDING)) {
      return rejected(Reason.CS_NOT_ACCEPTED, "not accepted yet (B02.FR.05)");
    }
    Tokens201.Tag tag = Tokens201.tag(request.idToken(), view);
    if (request.evseId() == null) {
      return start(request, tag, Optional.empty(), view);
    }
    if (request.evseId() < 1 || !Evse.exists(request.evseId(), view)) {
      return rejected(Reason.UNKNOWN_EVSE, "no such EVSE");
    }
    List<Integer> connectors = Evse.connectors(request.evseId(), view);
    if (connectors.stream().anyMatch(n -> authorized(n, view))) {
      return rejected(Reason.TX_IN_PROGRESS, "an authorised transaction runs there (F01.FR.21)");
    }
    List<Integer> free =
        connectors.stream()
            .filter(n -> !is(n, BROKEN::contains, view))
            .filter(n -> !reservedForOther(n, tag.idTag(), group(request, view), view))
            .toList();
    if (free.isEmpty()) {
      return Answer201.only(Answer201.status(REJECTED));
    }
    int connector =
        free.stream()
            .filter(n -> is(n, PLUGGED::contains, view))
            .findFirst()
            .orElse(free.getFirst());
    return start(request, tag, Optional.of(connector), view);
  }

  private static Step<CsmsAnswer> rejected(Reason reason, String explanation) {
    return Answer201.only(Answer201.status(REJECTED, reason, explanation));
  }

  private static boolean authorized(int connector, ChargerView view) {
    return view.state()
        .transactions()
        .openOn(connector)
        .filter(t -> t.told().filter(Tags::accepted).isPresent())
        .isPresent();
  }

  private static boolean is(int connector, Predicate<ConnectorStatus> wanted, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .map(StatusNotification.Request::status)
        .filter(wanted)
        .isPresent();
  }

  private static Optional<String> group(Request request, ChargerView view) {
    return Optional.ofNullable(request.groupIdToken())
        .map(token -> Tokens201.tag(token, view).idTag());
  }

  /** Reserved for a token and a group that are not these (F01.FR.21 to FR.24). */
  private static boolean reservedForOther(
      int connector, String idTag, Optional<String> group, ChargerView view) {
    List<ReserveNow.Request> reservations =
        view.state().commands().reservations().values().stream()
            .filter(r -> r.connectorId() == connector)
            .filter(r -> view.now().isBefore(r.expiryDate()))
            .toList();
    boolean own =
        reservations.stream()
            .anyMatch(
                r ->
                    r.idTag().equalsIgnoreCase(idTag)
                        || r.parentIdTag() != null
                            && group.filter(r.parentIdTag()::equalsIgnoreCase).isPresent());
    return !reservations.isEmpty() && !own;
  }

  private static Step<CsmsAnswer> start(
      Request request, Tokens201.Tag tag, Optional<Integer> connector, ChargerView view) {
    return switch (ChargingProfiles.forRemoteStart(request.chargingProfile(), view)) {
      case ForStart.Refused(Reason reason, String why) -> rejected(reason, why);
      case ForStart.Given(ChargingProfile profile, List<Loss> losses) ->
          start(request, tag, connector, profile, losses, view);
      case ForStart.Without(List<Loss> losses) ->
          start(request, tag, connector, null, losses, view);
    };
  }

  private static Step<CsmsAnswer> start(
      Request request,
      Tokens201.Tag tag,
      Optional<Integer> connector,
      ChargingProfile profile,
      List<Loss> losses,
      ChargerView view) {
    Duration works = Variables.connectionTimeOut(view).map(MARGIN::plus).orElse(WORKS);
    RemoteStart pending =
        new RemoteStart(
            tag.idTag(), connector, view.now().plus(works), Optional.of(request.remoteStartId()));
    // Noted before the charger is called: its StartTransaction may come before its answer.
    List<Change> before = new ArrayList<>(tag.changes());
    before.add(new CommandChange.RemoteStartPending(pending));
    if (profile != null) {
      before.addAll(
          ChargingProfiles.given(request.chargingProfile(), request.remoteStartId(), view));
    }
    List<Change> undone = undone(request, tag, profile != null, view);
    List<Loss> all = new ArrayList<>(losses);
    if (!tag.idTag().equals(request.idToken().idToken())) {
      all.add(Loss.changed("idToken", "is no idTag, " + tag.idTag() + " stands for it"));
    }
    return Command201.losing(
        all,
        COMMAND.ask(
            new RemoteStartTransaction.Request(connector.orElse(null), tag.idTag(), profile),
            view,
            before,
            undone,
            (answer, later) ->
                answer.status() == RemoteStartStopStatus.ACCEPTED
                    ? Ending.plain(Answer201.status("Accepted"))
                    : Ending.with(Answer201.status(REJECTED), undone)));
  }

  /** What stood there before: an earlier start by the same token may still wait for its cable. */
  private static List<Change> undone(
      Request request, Tokens201.Tag tag, boolean withProfile, ChargerView view) {
    String key = tag.idTag().toLowerCase(Locale.ROOT);
    List<Change> undone = new ArrayList<>();
    undone.add(
        Optional.ofNullable(view.state().commands().remoteStarts().get(key))
            .<Change>map(CommandChange.RemoteStartPending::new)
            .orElseGet(() -> new CommandChange.RemoteStartOver(tag.idTag())));
    if (withProfile) {
      undone.add(ChargingProfiles.notGiven(request.chargingProfile(), view));
    }
    return undone;
  }
}
