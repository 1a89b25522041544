package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.rules.Tags;

/**
 * What a 2.0.1 CSMS says of a token ({@code IdTokenInfoType}), in the words of SOAP (MR A1).
 *
 * @param evses the EVSEs the token is for; empty: all
 * @param group the group, as the CSMS wrote it
 * @param names what to remember, so that the group's idTag is known again
 */
public record Verdict(
    IdTagInfo info, List<Integer> evses, Optional<IdToken> group, List<Change> names) {

  private static final String INFO = "idTokenInfo";

  /** The verdict in an answer of the CSMS, if it holds one with a known status. */
  static Optional<Verdict> in(Reply reply, ChargerView view) {
    return Answers.result(reply).flatMap(payload -> of(payload.path(INFO), view));
  }

  /** The verdict of an {@code idTokenInfo}, if it has a known status. */
  public static Optional<Verdict> of(JsonNode info, ChargerView view) {
    return Answers.word(info.path("status"), TokenStatus.class)
        .map(status -> read(info, status.inSoap(), view));
  }

  private static Verdict read(JsonNode info, AuthorizationStatus status, ChargerView view) {
    Optional<IdToken> group = IdToken.read(info.path("groupIdToken"));
    Optional<Tokens201.Tag> parent = group.map(token -> Tokens201.tag(token, view));
    Instant expiry =
        Answers.time(info.path("cacheExpiryDateTime"))
            .or(() -> Variables.cacheLifeTime(view).map(life -> view.now().plus(life)))
            .orElse(null);
    return new Verdict(
        new IdTagInfo(status, expiry, parent.map(Tokens201.Tag::idTag).orElse(null)),
        numbers(info.path("evseId")),
        group,
        parent.map(Tokens201.Tag::changes).orElse(List.of()));
  }

  private static List<Integer> numbers(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(
        node -> Answers.number(node).ifPresent(n -> numbers.add(Math.clamp(n, -1, 1 << 30))));
    return List.copyOf(numbers);
  }

  /** What holds on one EVSE (C01.FR.21, C16.FR.03). */
  IdTagInfo at(int evse, ChargerView view) {
    if (masterPass(view)) {
      return Tags.INVALID;
    }
    return forEvse(info, evses, evse);
  }

  /** Elsewhere than on its EVSEs a token is known, but refused. */
  static IdTagInfo forEvse(IdTagInfo info, List<Integer> evses, int evse) {
    boolean elsewhere = Tags.accepted(info) && !evses.isEmpty() && !evses.contains(evse);
    return elsewhere
        ? new IdTagInfo(AuthorizationStatus.BLOCKED, info.expiryDate(), info.parentIdTag())
        : info;
  }

  /** Whether the token is a Master Pass, which stops transactions and starts none (C16). */
  boolean masterPass(ChargerView view) {
    Optional<String> master = Variables.masterPassGroup(view);
    return Tags.accepted(info)
        && group.filter(g -> master.filter(g.idToken()::equalsIgnoreCase).isPresent()).isPresent();
  }

  /** What to remember of the token. */
  List<Change> remembered(String idTag, ChargerView view) {
    List<Change> changes = new ArrayList<>(names);
    if (!masterPass(view)) {
      changes.addAll(Tokens201.remember(idTag, info, evses, view));
    }
    return changes;
  }
}
