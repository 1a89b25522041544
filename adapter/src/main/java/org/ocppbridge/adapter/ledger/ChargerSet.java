package org.ocppbridge.adapter.ledger;

import java.nio.ByteBuffer;

/**
 * Says of a charger that it is not in a block, or may be: a Bloom filter of {@value #BITS} bits
 * with four of them for each charger, right for 99 of 100 chargers that are not among a hundred.
 */
final class ChargerSet {
  private static final int BITS = 1024;

  /** Bytes of its stored form. */
  static final int BYTES = BITS / 8;

  private final long[] words;

  ChargerSet() {
    this(new long[BITS / Long.SIZE]);
  }

  private ChargerSet(long[] words) {
    this.words = words;
  }

  void add(String charger) {
    int hash = mixed(charger.hashCode());
    for (int i = 0; i < 4; i++) {
      int bit = bit(hash, i);
      words[bit >> 6] |= 1L << bit;
    }
  }

  boolean mayHold(String charger) {
    int hash = mixed(charger.hashCode());
    for (int i = 0; i < 4; i++) {
      int bit = bit(hash, i);
      if ((words[bit >> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  void clear() {
    java.util.Arrays.fill(words, 0);
  }

  void write(ByteBuffer out) {
    for (long word : words) {
      out.putLong(word);
    }
  }

  static ChargerSet read(ByteBuffer in) {
    ChargerSet set = new ChargerSet();
    for (int i = 0; i < set.words.length; i++) {
      set.words[i] = in.getLong();
    }
    return set;
  }

  private static int bit(int hash, int i) {
    return hash + i * (hash >>> 16 | 1) & BITS - 1;
  }

  /** The last step of MurmurHash3. */
  private static int mixed(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
