package org.ocppbridge.adapter.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Loss;

/** Makes an exchange fit to be kept out of what was noted: readable, without secrets, bounded. */
final class Clearing {

  /**
   * An exchange that may be kept.
   *
   * @param bare without the texts of its messages
   * @param texts these, each in UTF-8: most are as they came, and nobody needs them as strings
   */
  record Clear(Exchange bare, List<byte[]> texts) {

    /** The exchange with its texts. */
    Exchange whole() {
      List<Wire> wire = new ArrayList<>(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        String text = new String(texts.get(i), StandardCharsets.UTF_8);
        wire.add(bare.wire().get(i).withText(text));
      }
      return bare.with(wire, bare.losses(), bare.detail());
    }
  }

  /** Most losses kept of one exchange. */
  private static final int LOSSES_MAX = 100;

  private static final int WORDS_MAX = 1_000;

  private Clearing() {}

  static Clear of(Recording.Draft draft) {
    List<Wire> wire = new ArrayList<>(draft.wires.size());
    List<byte[]> texts = new ArrayList<>(draft.wires.size());
    for (Recording.Draft.Raw raw : draft.wires) {
      wire.add(wire(raw, texts));
    }
    return new Clear(bare(draft, wire), texts);
  }

  private static Exchange bare(Recording.Draft draft, List<Wire> wire) {
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

  private static Wire wire(Recording.Draft.Raw raw, List<byte[]> texts) {
    byte[] bytes =
        raw.body() instanceof byte[] soap
            ? soap
            : ((String) raw.body()).getBytes(StandardCharsets.UTF_8);
    boolean asItCame =
        bytes.length <= LedgerSettings.TEXT_MAX && !Texts.isUtf16(bytes) && Hints.of(bytes).plain();
    if (asItCame) {
      texts.add(bytes);
      return bare(raw, bytes.length);
    }
    String text = raw.body() instanceof byte[] soap ? Texts.of(soap) : (String) raw.body();
    String clear = raw.way().soap() ? Secrets.inSoap(text) : Secrets.inJson(text);
    texts.add(Texts.cut(clear, LedgerSettings.TEXT_MAX).getBytes(StandardCharsets.UTF_8));
    return bare(raw, text.length());
  }

  private static Wire bare(Recording.Draft.Raw raw, int length) {
    return new Wire(raw.at(), raw.way(), raw.answer(), raw.status(), null, length);
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
