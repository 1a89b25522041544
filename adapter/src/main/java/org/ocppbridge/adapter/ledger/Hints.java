package org.ocppbridge.adapter.ledger;

/**
 * What kinds of secrets a text may hold, told by one quick look at it: nearly all messages hold
 * none, and each passes here. Letter case does not matter.
 *
 * @param word whether there is a word that names secrets
 * @param authorization whether there is the name of the HTTP header
 * @param query whether there is something like a URL's parameter that may be a secret
 */
record Hints(boolean word, boolean authorization, boolean query) {
  private static final String[] WORDS = {
    "passw", "passphrase", "secret", "private", "apikey", "api_key", "simpin", "credential"
  };
  private static final String AUTHORIZATION = "authorization";

  /** The first two letters of all of these; others need no closer look. */
  private static final boolean[] STARTS = new boolean[128 * 128];

  static {
    for (String word : WORDS) {
      STARTS[word.charAt(0) << 7 | word.charAt(1)] = true;
    }
    STARTS[AUTHORIZATION.charAt(0) << 7 | AUTHORIZATION.charAt(1)] = true;
  }

  static Hints of(String text) {
    boolean word = false;
    boolean authorization = false;
    boolean query = false;
    int previous = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i) | 0x20;
      if (c < 128) {
        if (STARTS[previous << 7 | c]) {
          authorization |= at(text, i - 1, AUTHORIZATION);
          word |= authorization || isWord(text, i - 1);
        }
        query |= (previous == '?' || previous == '&' || previous == ';') && isLetter(c);
        previous = c;
      } else {
        previous = 0;
      }
    }
    return new Hints(word, authorization, query);
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' && c != 'x';
  }

  private static boolean isWord(String text, int at) {
    for (String word : WORDS) {
      if (at(text, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(String text, int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }
}
