package org.ocppbridge.mappings.rules;

import java.time.Instant;
import org.ocppbridge.mappings.model.WireName;

/**
 * Tells content again by 64 bits, the same in every process: FNV-1a over what is added, in order.
 * No protection against forgery: who forges one has a message of their own taken for a repetition.
 */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** In no text of XML; parts texts and stands for what is absent. */
  private static final char MARK = '\uffff';

  private long print = BASIS;

  Fingerprint add(String text) {
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        mix(text.charAt(i));
      }
    }
    mix(MARK);
    return this;
  }

  Fingerprint add(WireName word) {
    return add(word == null ? null : word.wire());
  }

  Fingerprint add(Integer number) {
    if (number != null) {
      mix(number);
    }
    mix(MARK);
    return this;
  }

  Fingerprint add(Instant time) {
    if (time != null) {
      mix(time.getEpochSecond());
      mix(time.getNano());
    }
    mix(MARK);
    return this;
  }

  private void mix(long part) {
    print = (print ^ part) * PRIME;
  }

  long value() {
    return print;
  }
}
