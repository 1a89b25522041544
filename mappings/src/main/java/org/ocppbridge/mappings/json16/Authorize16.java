package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.rules.Tags;

/** Authorize: forwarded and waited for; by what is known while the CSMS cannot answer (MR A1). */
final class Authorize16 {

  private Authorize16() {}

  static Step<Authorize.Answer> step(Authorize.Request request, ChargerView view) {
    String idTag = request.idTag() == null ? "" : request.idTag();
    if (idTag.isBlank()) {
      return invalid(Loss.dropped("idTag", "an empty idTag is invalid, the CSMS is not asked"));
    }
    if (!Tags.fits(idTag)) {
      return invalid(
          Loss.dropped("idTag", "is longer than the 20 characters of 1.6J, so it is invalid"));
    }
    Message message = Message.once("Authorize", Json.tree(new Authorize.Request(idTag)));
    return new Step.AskCsms<>(
        List.of(),
        List.of(),
        message,
        view.policy().waits().authorize(),
        List.of(),
        (reply, later) -> answer(idTag, reply, later));
  }

  private static Step<Authorize.Answer> invalid(Loss loss) {
    return new Step.Done<>(new Authorize.Answer(Tags.INVALID), List.of(), List.of(), List.of(loss));
  }

  private static Step<Authorize.Answer> answer(String idTag, Reply reply, ChargerView view) {
    Optional<IdTagInfo> said = Answers16.idTagInfo(reply);
    if (said.isPresent()) {
      return Step.Done.with(
          new Authorize.Answer(said.get()), Tags.remember(idTag, said.get(), view));
    }
    List<Loss> losses = new ArrayList<>();
    losses.add(Loss.synthesised("idTagInfo", "the CSMS gave no answer: " + reply));
    IdTagInfo info = Tags.known(idTag, view).orElseGet(() -> unknown(view));
    return new Step.Done<>(new Authorize.Answer(info), List.of(), List.of(), losses);
  }

  private static IdTagInfo unknown(ChargerView view) {
    return switch (view.policy().authorizeUnknown()) {
      case ACCEPT -> Tags.ACCEPTED;
      case INVALID -> Tags.INVALID;
      case FAULT ->
          throw new BridgeFault.Undecided(
              "charger "
                  + view.state().id()
                  + ": the CSMS cannot be asked, and nothing is known of the idTag it sent");
    };
  }
}
