package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Startup;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Limits201;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.rules.Boots;
import org.ocppbridge.mappings.rules.MissingStops;

/**
 * BootNotification (B01 to B04): forwarded and waited for, but for repetitions; sent again by the
 * bridge until the CSMS accepts (MR A2, D11).
 */
final class BootNotification201 {

  static final String ACTION = "BootNotification";

  /** Reason of the wake-up that sends it because the CSMS asked for it. */
  static final String TRIGGERED = Boots.WAKE_UP + "/triggered";

  private BootNotification201() {}

  private static Boots rules(ChargerView view) {
    return new Boots(view.policy().ocpp201().gatePending());
  }

  static Step<BootNotification.Answer> step(BootNotification.Request request, ChargerView view) {
    return rules(view)
        .unforwarded(request, view)
        .<Step<BootNotification.Answer>>map(
            answer -> Step.Done.with(answer, List.of(new RegistrationChange.Told(answer))))
        .orElseGet(() -> forward(request, view));
  }

  private static Step<BootNotification.Answer> forward(
      BootNotification.Request request, ChargerView view) {
    BootReason reason = BootReason.of(request, view);
    List<Loss> losses = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    changes.add(new RegistrationChange.Booted(request, view.now()));
    changes.add(new Startup.Booted(new Startup(reason.wire(), reason.event().isPresent())));
    reason.grace().ifPresent(grace -> changes.addAll(MissingStops.onRestart(grace, view)));
    if (reason.grace().isPresent()) {
      changes.addAll(NetworkOrder.afterRestart(view));
    }
    if (view.state().commands().reset().isPresent()) {
      changes.add(new CommandChange.ResetPending(Optional.empty()));
    }
    return new Step.AskCsms<>(
        changes,
        List.of(),
        message(request, reason, losses),
        view.policy().waits().boot(),
        losses,
        BootNotification201::answer);
  }

  private static Step<BootNotification.Answer> answer(Reply reply, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    BootNotification.Answer answer = rules(view).answer(reply, view, losses);
    News news = noted(reply, view).and(News.noted(List.of(new RegistrationChange.Told(answer))));
    return Told.with(answer, news.changes(), news.messages(), losses);
  }

  /** What an answer of the CSMS changes, and what it is told once it accepts. */
  private static News noted(Reply reply, ChargerView view) {
    News noted = News.noted(Boots.noted(reply, view));
    boolean accepted = Boots.status(reply).filter(RegistrationStatus.ACCEPTED::equals).isPresent();
    return accepted ? noted.and(Accepted.news(view)) : noted;
  }

  /** The answer to a boot that nobody waits for any more. */
  static Step<Void> delivered(Queued queued, Reply reply, ChargerView view) {
    News news = noted(reply, view);
    return Told.with(null, news.changes(), news.messages(), List.of());
  }

  /**
   * Sends the boot again if the CSMS has not accepted the charger, or never answered its last one
   * (B02.FR.08).
   */
  static Step<Void> woken(String wakeUp, ChargerView view) {
    BootReason reason =
        wakeUp.equals(TRIGGERED)
            ? BootReason.TRIGGERED
            : BootReason.of(view.state().station().startup().reason());
    return Boots.toRepeat(view)
        .map(boot -> byTheBridge(boot, reason, wakeUp, view))
        .orElseGet(() -> Step.Done.with(null, List.of(new Change.WakeUpOver(wakeUp))));
  }

  /**
   * The CSMS may take nothing before a BootNotification, nor before it has answered the last. Of a
   * charger that is registered it hears what it missed (B04).
   */
  static Step<Void> connected(ChargerView view) {
    Optional<BootNotification.Request> first = Boots.onConnected(view);
    boolean moved = view.state().access().network().moved();
    if (first.isPresent() && !(moved && view.state().boot().isPresent())) {
      BootReason reason =
          view.state().registration().moved()
              ? BootReason.UNKNOWN
              : BootReason.of(view.state().station().startup().reason());
      return byTheBridge(first.get(), reason, Boots.WAKE_UP, view);
    }
    if (moved) {
      return NetworkOrder.moved(
          view, boot -> byTheBridge(boot, BootReason.UNKNOWN, Boots.WAKE_UP, view));
    }
    Registration known = view.state().registration();
    News missed =
        known.is(RegistrationStatus.ACCEPTED) && !known.owed() ? Reconnected.news(view) : News.NONE;
    return Told.with(null, missed.changes(), missed.messages(), List.of());
  }

  private static Step<Void> byTheBridge(
      BootNotification.Request boot, BootReason reason, String wakeUp, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    losses.add(Loss.synthesised(ACTION, "sent by the bridge"));
    return new Step.AskCsms<>(
        List.of(new Change.WakeUpOver(wakeUp)),
        List.of(),
        message(boot, reason, losses),
        view.policy().waits().boot(),
        losses,
        (reply, later) -> {
          News news = noted(reply, later);
          return Told.with(null, news.changes(), news.messages(), List.of());
        });
  }

  private static Message message(BootNotification.Request r, BootReason reason, List<Loss> losses) {
    ObjectNode payload = Json.object().put("reason", reason.wire());
    ObjectNode station = payload.putObject("chargingStation");
    station.put("vendorName", named(r.chargePointVendor(), "chargePointVendor", losses));
    station.put("model", named(r.chargePointModel(), "chargePointModel", losses));
    present(r.chargePointSerialNumber())
        .or(() -> present(r.chargeBoxSerialNumber()))
        .ifPresent(number -> station.put("serialNumber", number));
    present(r.firmwareVersion()).ifPresent(version -> station.put("firmwareVersion", version));
    ObjectNode modem = Json.object();
    present(r.iccid()).ifPresent(iccid -> modem.put("iccid", iccid));
    present(r.imsi()).ifPresent(imsi -> modem.put("imsi", imsi));
    if (!modem.isEmpty()) {
      station.set("modem", modem);
    }
    return Message.latest(ACTION, Limits201.TABLE.cut(ACTION, payload, losses), Boots.KEY);
  }

  private static String named(String text, String field, List<Loss> losses) {
    return present(text)
        .orElseGet(
            () -> {
              losses.add(Loss.defaulted(field, "was empty"));
              return "Unknown";
            });
  }

  private static Optional<String> present(String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }
}
