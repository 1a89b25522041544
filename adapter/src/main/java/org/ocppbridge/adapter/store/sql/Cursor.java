package org.ocppbridge.adapter.store.sql;

/**
 * Where a charger's counters stand.
 *
 * @param stored whether the charger has a row
 * @param epoch under which it is served here
 * @param lastSeq the place last given in its outbox; never given again
 * @param waiting messages in its outbox
 * @param thinned messages left out of its outbox because too many waited
 * @param lastLetter the number last given to a dead letter; never given again
 * @param letters dead letters kept
 */
record Cursor(
    boolean stored,
    long epoch,
    long lastSeq,
    int waiting,
    long thinned,
    long lastLetter,
    int letters) {

  static final Cursor NEW = new Cursor(false, 0, 0, 0, 0, 0, 0);

  Cursor appended(int count) {
    return new Cursor(true, epoch, lastSeq + count, waiting + count, thinned, lastLetter, letters);
  }

  Cursor taken(int count) {
    return new Cursor(stored, epoch, lastSeq, waiting - count, thinned, lastLetter, letters);
  }

  Cursor thinned(int count) {
    return new Cursor(
        stored, epoch, lastSeq, waiting - count, thinned + count, lastLetter, letters);
  }

  Cursor buried(int count) {
    return new Cursor(
        stored, epoch, lastSeq, waiting, thinned, lastLetter + count, letters + count);
  }

  Cursor unburied() {
    return new Cursor(stored, epoch, lastSeq, waiting, thinned, lastLetter, letters - 1);
  }

  /** The statement that keeps it. */
  void into(Write write, String charger) {
    write.add(Sql.CURSOR, charger, epoch, lastSeq, waiting, thinned, lastLetter, letters);
  }
}
