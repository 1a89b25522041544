package org.ocppbridge.adapter.store.sql;

/**
 * Where a charger's counters stand.
 *
 * @param stored whether the charger has a row
 * @param epoch under which it is served here
 * @param lastSeq the place last given to a message; never given again
 * @param waiting messages in its outbox
 * @param thinned messages left out of its outbox because too many waited
 * @param lastLetter the number last given to a dead letter; never given again
 * @param letters dead letters kept
 * @param lettersDropped dead letters dropped, too many or too old
 */
record Cursor(
    boolean stored,
    long epoch,
    long lastSeq,
    int waiting,
    long thinned,
    long lastLetter,
    int letters,
    long lettersDropped) {

  static final Cursor NEW = new Cursor(false, 0, 0, 0, 0, 0, 0, 0);

  /** Messages got places, some of them in the outbox. */
  Cursor placed(int places, int inOutbox) {
    return new Cursor(
        true,
        epoch,
        lastSeq + places,
        waiting + inOutbox,
        thinned,
        lastLetter,
        letters,
        lettersDropped);
  }

  Cursor taken(int count) {
    return new Cursor(
        stored, epoch, lastSeq, waiting - count, thinned, lastLetter, letters, lettersDropped);
  }

  Cursor thinned(int count) {
    return new Cursor(
        stored,
        epoch,
        lastSeq,
        waiting - count,
        thinned + count,
        lastLetter,
        letters,
        lettersDropped);
  }

  Cursor buried(int count) {
    return new Cursor(
        stored,
        epoch,
        lastSeq,
        waiting,
        thinned,
        lastLetter + count,
        letters + count,
        lettersDropped);
  }

  Cursor unburied() {
    return new Cursor(
        stored, epoch, lastSeq, waiting, thinned, lastLetter, letters - 1, lettersDropped);
  }

  /** Dead letters were dropped. */
  Cursor lettersDropped(int count) {
    return new Cursor(
        stored,
        epoch,
        lastSeq,
        waiting,
        thinned,
        lastLetter,
        letters - count,
        lettersDropped + count);
  }

  /** The statement that keeps it. */
  void into(Write write, String charger) {
    write.add(
        Sql.CURSOR, charger, epoch, lastSeq, waiting, thinned, lastLetter, letters, lettersDropped);
  }
}
