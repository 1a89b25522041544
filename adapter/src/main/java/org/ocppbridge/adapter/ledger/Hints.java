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
 * @param user whether there is an at sign, as behind the password in a URL
 * @param ascii whether there is nothing but ASCII
 */
record Hints(boolean word, boolean authorization, boolean query, boolean user, boolean ascii) {

  /**
   * A word that names secrets.
   *
   * @param letters capital
   * @param mark where three letters of it begin that are seldom in other messages; whichever of
   *     every second pair of letters is looked at, one of theirs is. No other word has these pairs
   * @param found what it says of a text
   */
  private record Word(byte[] letters, int mark, int found) {
    Word(String letters, int mark) {
      this(letters.getBytes(StandardCharsets.US_ASCII), mark, WORD);
    }

    /** The same, which is more than a word. */
    Word and(int more) {
      return new Word(letters, mark, found | more);
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

  // What is found.
  private static final int WORD = 1;
  private static final int HEADER = 2;
  private static final int QUERY = 4;
  private static final int USER = 8;

  private static final Word[] WORDS = {
    new Word("AUTHORIZATION", 6).and(HEADER),
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

  /** Set in the bytes of all characters but those of ASCII. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  /** Makes capitals of two letters at once, as {@link #capital} does. */
  private static final int CAPITALS = 0x5f5f;

  /** Who is suspected. Each pair of letters has one suspect at most; the first place is empty. */
  private static final Suspect[] SUSPECTS = new Suspect[2 * WORDS.length + 1];

  /** For each pair of letters, the first in the lower bits, the place of its suspect; 0: none. */
  private static final byte[] PAIRS = new byte[CAPITALS + 1];

  /** Stands in the place of a suspect for a pair with a sign in it that matters. */
  private static final byte SIGN = -1;

  static {
    for (char sign : "?&;@".toCharArray()) {
      int capital = capital((byte) sign);
      for (int other = 0; other <= (CAPITALS & 0xff); other++) {
        PAIRS[capital | other << 8] = SIGN;
        PAIRS[other | capital << 8] = SIGN;
      }
    }
    byte place = 0;
    for (Word word : WORDS) {
      for (int at = word.mark; at <= word.mark + 1; at++) {
        SUSPECTS[++place] = new Suspect(word, at);
        PAIRS[pair(word.letters, at)] = place;
      }
    }
  }

  static Hints of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Looks at a text.
   *
   * @param text in UTF-8, or at least in something that has the letters of ASCII where they are
   */
  static Hints of(byte[] text) {
    int found = 0;
    long bits = 0;
    int whole = text.length & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      long eight = (long) EIGHT.get(text, i);
      bits |= eight;
      if (!isWithoutSuspects(eight)) {
        found |= found(text, i, i + Long.BYTES);
      }
    }
    for (int i = whole; i < text.length; i++) {
      bits |= text[i];
    }
    found |= found(text, whole, text.length);
    return new Hints(
        (found & WORD) != 0,
        (found & HEADER) != 0,
        (found & QUERY) != 0,
        (found & USER) != 0,
        (bits & NOT_ASCII) == 0);
  }

  /** Whether there is nothing to mask and nothing to decode. */
  boolean plain() {
    return ascii && !word && !authorization && !query && !user;
  }

  private static boolean isWithoutSuspects(long eight) {
    return (PAIRS[(int) eight & CAPITALS]
            | PAIRS[(int) (eight >>> 16) & CAPITALS]
            | PAIRS[(int) (eight >>> 32) & CAPITALS]
            | PAIRS[(int) (eight >>> 48) & CAPITALS])
        == 0;
  }

  private static int found(byte[] text, int begin, int end) {
    int found = 0;
    for (int at = begin; at < end; at += 2) {
      boolean last = at + 1 == text.length;
      int place = PAIRS[last ? capital(text[at]) : pair(text, at)];
      if (place == SIGN) {
        found |= sign(text, at) | (last ? 0 : sign(text, at + 1));
      } else if (place > 0 && SUSPECTS[place].word.isAt(text, at - SUSPECTS[place].pair)) {
        found |= SUSPECTS[place].word.found;
      }
    }
    return found;
  }

  private static int sign(byte[] text, int at) {
    return switch (text[at]) {
      case '@' -> USER;
      case '?', '&', ';' -> isLetter(text, at + 1) ? QUERY : 0;
      default -> 0;
    };
  }

  /** A letter that a name may begin with; not the x of an XML declaration or reference. */
  private static boolean isLetter(byte[] text, int at) {
    int letter = at < text.length ? text[at] | 0x20 : 0;
    return letter >= 'a' && letter <= 'z' && letter != 'x';
  }

  private static int pair(byte[] text, int at) {
    return capital(text[at]) | capital(text[at + 1]) << 8;
  }

  /** The capital letter; what is no letter becomes something else, which may be a letter too. */
  private static int capital(byte letter) {
    return letter & 0x5f;
  }
}
