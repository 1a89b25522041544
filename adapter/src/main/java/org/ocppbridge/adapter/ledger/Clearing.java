package org.ocppbridge.adapter.ledger;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Loss;

/** Makes an exchange fit to be kept out of what was noted: readable, without secrets, bounded. */
final class Clearing {

  /** Most losses kept of one exchange. */
  private static final int LOSSES_MAX = 100;

  private static final int WORDS_MAX = 1_000;

  private Clearing() {}

  static Exchange of(Recording.Draft draft) {
    List<Wire> wire = new ArrayList<>(draft.wires.size());
    for (Recording.Draft.Raw raw : draft.wires) {
      wire.add(wire(raw));
    }
    String detail =
        draft.leftOut == 0
            ? draft.detail
            : (draft.detail + " (" + draft.leftOut + " more messages are not kept)").strip();
    return new Exchange(
        draft.id,
        draft.began,
        draft.charger,
        draft.direction,
        draft.origin,
        Texts.cut(draft.operation, WORDS_MAX),
        draft.actions,
        draft.soap,
        draft.target,
        draft.protocol,
        Secrets.everywhere(draft.address),
        draft.seq,
        draft.kept,
        draft.outcome,
        words(detail),
        timing(draft),
        draft.losses.isEmpty() ? List.of() : losses(draft.losses),
        wire);
  }

  private static List<Lost> losses(List<Loss> losses) {
    return losses.stream()
        .limit(LOSSES_MAX)
        .map(Lost::of)
        .map(lost -> new Lost(lost.kind(), words(lost.field()), words(lost.reason())))
        .toList();
  }

  private static String words(String text) {
    return text.isEmpty() ? text : Texts.cut(Secrets.everywhere(text), WORDS_MAX);
  }

  private static Wire wire(Recording.Draft.Raw raw) {
    String text = raw.body() instanceof byte[] bytes ? Texts.of(bytes) : (String) raw.body();
    String clear = raw.way().soap() ? Secrets.inSoap(text) : Secrets.inJson(text);
    return new Wire(
        raw.at(),
        raw.way(),
        raw.answer(),
        raw.status(),
        Texts.cut(clear, LedgerSettings.TEXT_MAX),
        text.length());
  }

  /** An answer follows its request: one is under way at a time, on each side. */
  private static Timing timing(Recording.Draft draft) {
    return new Timing(
        draft.total,
        waited(draft, Wire.Way.BRIDGE_TO_CSMS, Wire.Way.CSMS_TO_BRIDGE),
        waited(draft, Wire.Way.BRIDGE_TO_CHARGER, Wire.Way.CHARGER_TO_BRIDGE));
  }

  private static long waited(Recording.Draft draft, Wire.Way asked, Wire.Way answered) {
    long sum = 0;
    long since = -1;
    for (Recording.Draft.Raw raw : draft.wires) {
      if (raw.way() == asked && !raw.answer()) {
        since = raw.at();
      } else if (raw.way() == answered && raw.answer() && since >= 0) {
        sum += Math.max(0, Math.min(raw.at(), draft.total) - since);
        since = -1;
      }
    }
    return since < 0 ? sum : sum + Math.max(0, draft.total - since);
  }
}
