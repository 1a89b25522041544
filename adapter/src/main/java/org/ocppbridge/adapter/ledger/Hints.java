package org.ocppbridge.adapter.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What kinds of secrets a text may hold, told by one quick look at it: nearly all messages hold
 * none, and each passes here. Letter case does not matter.
 *
 * @param word whether there is a word that names secrets
 * @param authorization whether there is the name of the HTTP header
 * @param query whether there is something like a URL's parameter that may be a secret
 */
record Hints(boolean word, boolean authorization, boolean query) {

  /**
   * A word that names secrets.
   *
   * @param letters capital
   * @param mark where three letters of it begin that are seldom in other messages; whichever of
   *     every second pair of letters is looked at, one of theirs is. No other word has these pairs
   */
  private record Word(byte[] letters, int mark) {
    Word(String letters, int mark) {
      this(letters.getBytes(StandardCharsets.US_ASCII), mark);
    }

    boolean isAt(byte[] text, int at) {
      if (at < 0 || at + letters.length > text.length) {
        return false;
      }
      int same = 0;
      while (same < letters.length && capital(text[at + same]) == letters[same]) {
        same++;
      }
      return same == letters.length;
    }
  }

  /** A word that stands around a pair of letters, perhaps: the pair is that far into it. */
  private record Suspect(Word word, int pair) {}

  private static final Word AUTHORIZATION = new Word("AUTHORIZATION", 6);
  private static final Word[] WORDS = {
    AUTHORIZATION,
    new Word("PASSW", 0),
    new Word("PASSPHRASE", 4),
    new Word("SECRET", 1),
    new Word("PRIVATE", 2),
    new Word("APIKEY", 2),
    new Word("API_KEY", 2),
    new Word("SIMPIN", 2),
    new Word("CREDENTIAL", 7)
  };

  /** A text is looked at eight bytes, that is four pairs of letters, at a time. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Makes capitals of two letters at once, as {@link #capital} does. */
  private static final int CAPITALS = 0x5f5f;

  /**
   * Who is suspected; the first place is nobody's. Each pair of letters has one suspect at most.
   */
  private static final Suspect[] SUSPECTS = new Suspect[2 * WORDS.length + 1];

  /** For each pair of letters, the first in the lower bits, the place of its suspect; 0: none. */
  private static final byte[] PAIRS = new byte[CAPITALS + 1];

  static {
    byte place = 0;
    for (Word word : WORDS) {
      for (int at = word.mark; at <= word.mark + 1; at++) {
        SUSPECTS[++place] = new Suspect(word, at);
        PAIRS[pair(word.letters, at)] = place;
      }
    }
  }

  static Hints of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean word = false;
    boolean authorization = false;
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      if (i + Long.BYTES <= bytes.length && isWithoutSuspects((long) EIGHT.get(bytes, i))) {
        i += Long.BYTES - 2;
        continue;
      }
      Suspect suspect = SUSPECTS[PAIRS[pair(bytes, i)]];
      if (suspect != null && suspect.word.isAt(bytes, i - suspect.pair)) {
        word = true;
        authorization |= suspect.word == AUTHORIZATION;
      }
    }
    boolean query = isBeforeName(text, '?') || isBeforeName(text, '&') || isBeforeName(text, ';');
    return new Hints(word, authorization, query);
  }

  private static boolean isWithoutSuspects(long eight) {
    return (PAIRS[(int) eight & CAPITALS]
            | PAIRS[(int) (eight >>> 16) & CAPITALS]
            | PAIRS[(int) (eight >>> 32) & CAPITALS]
            | PAIRS[(int) (eight >>> 48) & CAPITALS])
        == 0;
  }

  private static int pair(byte[] text, int at) {
    return capital(text[at]) | capital(text[at + 1]) << 8;
  }

  /** The capital letter; what is no letter becomes something else, which may be a letter too. */
  private static int capital(byte letter) {
    return letter & 0x5f;
  }

  /**
   * Whether a sign stands before a letter; the x of an XML declaration or reference does not count.
   */
  private static boolean isBeforeName(String text, char sign) {
    for (int i = text.indexOf(sign);
        i >= 0 && i + 1 < text.length();
        i = text.indexOf(sign, i + 1)) {
      int next = text.charAt(i + 1) | 0x20;
      if (next >= 'a' && next <= 'z' && next != 'x') {
        return true;
      }
    }
    return false;
  }
}
