package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.rules.Boots;

/**
 * BootNotification: forwarded and waited for, but for repetitions; sent again by the bridge until
 * the CSMS accepts (MR A2, D11). A boot is no proof of a restart: chargers also send it when their
 * address may have changed (OCPP-S 1.6 §7.1).
 */
final class BootNotification16 {

  static final String ACTION = "BootNotification";

  /** A charger that has no word for Pending is told Rejected (MR D11). */
  private static final Boots RULES = new Boots(false);

  private BootNotification16() {}

  static Step<BootNotification.Answer> step(BootNotification.Request request, ChargerView view) {
    return RULES
        .unforwarded(request, view)
        .<Step<BootNotification.Answer>>map(
            answer -> Step.Done.with(answer, List.of(new RegistrationChange.Told(answer))))
        .orElseGet(() -> forward(request, view));
  }

  private static Step<BootNotification.Answer> forward(
      BootNotification.Request request, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    changes.add(new RegistrationChange.Booted(request, view.now()));
    changes.add(new CommandChange.Triggered(ACTION, Optional.empty()));
    return new Step.AskCsms<>(
        changes,
        List.of(),
        message(request, losses),
        view.policy().waits().boot(),
        losses,
        BootNotification16::answer);
  }

  /** A CSMS that accepts a charger that did not restart hears how its connectors stand. */
  private static List<Message> statuses(Reply reply, ChargerView view) {
    boolean accepted = Boots.status(reply).filter(RegistrationStatus.ACCEPTED::equals).isPresent();
    return accepted
        ? view.state().connectors().all().values().stream()
            .flatMap(connector -> connector.status().stream())
            .map(report -> StatusNotification16.message(report, view, new ArrayList<>()))
            .toList()
        : List.of();
  }

  private static Message message(BootNotification.Request r, List<Loss> losses) {
    ObjectNode payload =
        Json.tree(
            new BootNotification.Request(
                named(r.chargePointVendor(), "chargePointVendor", losses),
                named(r.chargePointModel(), "chargePointModel", losses),
                present(r.chargePointSerialNumber()),
                present(r.chargeBoxSerialNumber()),
                present(r.firmwareVersion()),
                present(r.iccid()),
                present(r.imsi()),
                present(r.meterType()),
                present(r.meterSerialNumber())));
    return Message.latest(ACTION, Limits16.TABLE.cut(ACTION, payload, losses), Boots.KEY);
  }

  private static String named(String text, String field, List<Loss> losses) {
    if (present(text) == null) {
      losses.add(Loss.defaulted(field, "was empty"));
      return "Unknown";
    }
    return text;
  }

  private static String present(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Step<BootNotification.Answer> answer(Reply reply, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    List<Change> changes = new ArrayList<>(Boots.noted(reply, view));
    BootNotification.Answer answer = RULES.answer(reply, view, losses);
    changes.add(new RegistrationChange.Told(answer));
    return new Step.Done<>(answer, changes, List.of(), losses);
  }

  /** The answer to a boot that nobody waits for any more. */
  static Step<Void> delivered(Reply reply, ChargerView view) {
    return Step.Done.with(null, Boots.noted(reply, view));
  }

  /** Sends the boot again if the CSMS has not accepted the charger, or never answered its last. */
  static Step<Void> woken(ChargerView view) {
    return Boots.toRepeat(view)
        .map(boot -> sendAgain(boot, view))
        .orElseGet(() -> Step.Done.with(null, List.of(new Change.WakeUpOver(Boots.WAKE_UP))));
  }

  /**
   * The CSMS may take nothing before a BootNotification over its link, nor before it has answered
   * the last.
   */
  static Step<Void> connected(ChargerView view) {
    return Boots.onConnected(view)
        .map(boot -> sendAgain(boot, view))
        .orElseGet(() -> Step.Done.with(null));
  }

  private static Step<Void> sendAgain(BootNotification.Request boot, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    losses.add(Loss.synthesised(ACTION, "sent by the bridge"));
    boolean moved = view.state().registration().moved();
    return new Step.AskCsms<>(
        List.of(new Change.WakeUpOver(Boots.WAKE_UP)),
        List.of(),
        message(boot, losses),
        view.policy().waits().boot(),
        losses,
        (reply, later) ->
            new Step.Done<>(
                null,
                Boots.noted(reply, later),
                moved ? statuses(reply, later) : List.of(),
                List.of()));
  }
}
