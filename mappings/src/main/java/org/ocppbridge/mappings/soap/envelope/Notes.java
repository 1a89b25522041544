package org.ocppbridge.mappings.soap.envelope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.Loss;

/**
 * Collects losses: the same one in many list items is noted once, and a message full of nonsense
 * fills no log.
 */
final class Notes {

  /** Different losses noted of one message. */
  static final int MAX = 50;

  private final Map<String, Loss> losses = new LinkedHashMap<>();

  void dropped(String field, String reason) {
    add(Loss.dropped(field, reason));
  }

  void changed(String field, String reason) {
    add(Loss.changed(field, reason));
  }

  private void add(Loss loss) {
    if (losses.size() < MAX) {
      losses.putIfAbsent(loss.field().replaceAll("\\[\\d+]", "") + '\n' + loss.reason(), loss);
    }
  }

  List<Loss> toList() {
    return List.copyOf(losses.values());
  }
}
