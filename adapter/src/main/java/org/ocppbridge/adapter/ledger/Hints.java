package org.ocppbridge.adapter.ledger;

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
   * @param mark where three letters of it begin that are seldom in other words; whichever of every
   *     second pair of letters is looked at, one of theirs is
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

    /** Whether the word stands where one of its pairs was found. */
    boolean isAround(byte[] text, int pair) {
      return isAt(text, pair - mark) || isAt(text, pair - mark - 1);
    }
  }

  private static final Word[] WORDS = {
    new Word("PASSW", 2),
    new Word("PASSPHRASE", 2),
    new Word("SECRET", 1),
    new Word("PRIVATE", 2),
    new Word("APIKEY", 2),
    new Word("API_KEY", 2),
    new Word("SIMPIN", 2),
    new Word("CREDENTIAL", 2)
  };
  private static final Word AUTHORIZATION = new Word("AUTHORIZATION", 6);

  /** Two letters that need a closer look, the first in the upper bits. */
  private static final boolean[] PAIRS = new boolean[128 * 128];

  static {
    for (Word word : WORDS) {
      addPairs(word);
    }
    addPairs(AUTHORIZATION);
  }

  private static void addPairs(Word word) {
    PAIRS[pair(word.letters, word.mark)] = true;
    PAIRS[pair(word.letters, word.mark + 1)] = true;
  }

  static Hints of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean word = false;
    boolean authorization = false;
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      if (PAIRS[pair(bytes, i)]) {
        authorization |= AUTHORIZATION.isAround(bytes, i);
        word |= authorization || isWordAround(bytes, i);
      }
    }
    boolean query = isBeforeName(text, '?') || isBeforeName(text, '&') || isBeforeName(text, ';');
    return new Hints(word, authorization, query);
  }

  private static boolean isWordAround(byte[] text, int pair) {
    for (Word word : WORDS) {
      if (word.isAround(text, pair)) {
        return true;
      }
    }
    return false;
  }

  private static int pair(byte[] text, int at) {
    return capital(text[at]) << 7 | capital(text[at + 1]);
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
