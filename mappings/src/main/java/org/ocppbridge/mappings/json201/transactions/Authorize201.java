package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.rules.StopObligation;
import org.ocppbridge.mappings.rules.Tags;

/**
 * Authorize: forwarded and waited for, but for tokens the CSMS must not be asked about; by what is
 * known while it cannot answer (MR A1).
 */
final class Authorize201 {

  private Authorize201() {}

  static Step<Authorize.Answer> step(Authorize.Request request, ChargerView view) {
    String idTag = request.idTag() == null ? "" : request.idTag();
    if (idTag.isBlank()) {
      return local(
          Tags.INVALID, Loss.dropped("idTag", "an empty idTag is invalid, the CSMS is not asked"));
    }
    List<Loss> losses = new ArrayList<>();
    IdToken token = Tokens201.behind(idTag, view, losses);
    if (!losses.isEmpty()) {
      return local(
          Tags.INVALID,
          Loss.dropped("idTag", "is longer than the 36 characters of 2.0.1, so it is invalid"));
    }
    if (gated(view)) {
      return local(
          Tags.INVALID,
          Loss.synthesised("idTagInfo", "the CSMS has not accepted the charger (MR D11)"));
    }
    Optional<String> why = notAsked(token, idTag, view);
    if (why.isPresent()) {
      return local(Tags.ACCEPTED, Loss.synthesised("idTagInfo", why.get()));
    }
    ObjectNode payload = Json.object();
    payload.set("idToken", token.json());
    return new Step.AskCsms<>(
        List.of(),
        List.of(),
        Message.once("Authorize", payload),
        view.policy().waits().authorize(),
        List.of(),
        (reply, later) -> answer(idTag, reply, later));
  }

  /** A charger that was told Accepted though the CSMS says Pending (MR D11). */
  private static boolean gated(ChargerView view) {
    return view.state().registration().is(RegistrationStatus.PENDING)
        && view.state().version() != SoapVersion.V16
        && view.policy().ocpp201().gatePending()
        && !Variables.txBeforeAccepted(view);
  }

  private static Step<Authorize.Answer> local(IdTagInfo info, Loss loss) {
    return new Step.Done<>(new Authorize.Answer(info), List.of(), List.of(), List.of(loss));
  }

  /** Why the CSMS is not asked about a token, if it is not. */
  private static Optional<String> notAsked(IdToken token, String idTag, ChargerView view) {
    if (token.type() == IdTokenType.NO_AUTHORIZATION) {
      return Optional.of("a token that stands for nobody needs no authorisation");
    }
    boolean started =
        view.state().commands().remoteStarts().containsKey(idTag.toLowerCase(Locale.ROOT));
    if (token.type() == IdTokenType.CENTRAL && started) {
      return Optional.of("the CSMS started with this token itself (C03, C05.FR.01)");
    }
    return onlyStops(idTag, view)
        ? Optional.of("can only mean the end of its own transaction (C01.FR.03, E07.FR.01)")
        : Optional.empty();
  }

  private static boolean onlyStops(String idTag, ChargerView view) {
    boolean own =
        view.state()
            .transactions()
            .open()
            .filter(t -> t.told().filter(Tags::accepted).isPresent())
            .anyMatch(t -> t.start().idTag().equalsIgnoreCase(idTag));
    return own
        && IntStream.rangeClosed(1, Evse.count(view))
            .allMatch(n -> view.state().transactions().openOn(n).isPresent());
  }

  private static Step<Authorize.Answer> answer(String idTag, Reply reply, ChargerView view) {
    Optional<Verdict> said = Verdict.in(reply, view);
    if (said.isEmpty()) {
      Loss loss = Loss.synthesised("idTagInfo", "the CSMS gave no answer: " + reply);
      return local(Offline.authorize(idTag, view), loss);
    }
    List<Change> changes = new ArrayList<>(said.get().remembered(idTag, view));
    if (said.get().masterPass(view)) {
      view.state()
          .transactions()
          .open()
          .map(Transaction::id)
          .forEach(id -> changes.addAll(StopObligation.byMasterPass(id, idTag, view)));
      Loss loss = Loss.changed("idTagInfo", "a Master Pass starts nothing: Invalid (C16.FR.03)");
      return new Step.Done<>(new Authorize.Answer(Tags.INVALID), changes, List.of(), List.of(loss));
    }
    return Step.Done.with(new Authorize.Answer(said.get().info()), changes);
  }
}
