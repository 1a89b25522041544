package org.ocppbridge.adapter.csms;

import java.util.concurrent.atomic.LongAdder;

/** What odd things happened on all links together, since the start. */
public final class Counters {

  final LongAdder late = new LongAdder();
  final LongAdder unreadable = new LongAdder();
  final LongAdder repeated = new LongAdder();

  Counters() {}

  /** Answers that came after their call had been given up, or for no call at all. Dropped. */
  public long lateAnswers() {
    return late.sum();
  }

  /** Messages that were no frames, or of an unknown type. */
  public long unreadableFrames() {
    return unreadable.sum();
  }

  /** CALLs of a CSMS that repeated one still in work. Answered once. */
  public long repeatedCalls() {
    return repeated.sum();
  }
}
