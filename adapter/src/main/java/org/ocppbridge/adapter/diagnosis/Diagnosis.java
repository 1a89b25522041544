package org.ocppbridge.adapter.diagnosis;

import java.time.Instant;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.Printable;

/**
 * A mistake that is present.
 *
 * @param charger whose; empty if it does not say
 * @param seen what showed it last
 * @param since when it was seen first
 * @param last when it was seen last
 * @param times how often it was seen
 */
public record Diagnosis(
    Mistake mistake, String charger, String seen, Instant since, Instant last, long times) {

  /** Longest part of a sentence that comes from what was seen, in characters. */
  private static final int SEEN_MAX = 300;

  static Diagnosis first(Mistake mistake, String charger, String seen, Instant now) {
    return new Diagnosis(mistake, charger, safe(seen), now, now, 1);
  }

  Diagnosis again(String seenNow, Instant now) {
    return new Diagnosis(mistake, charger, safe(seenNow), since, now, times + 1);
  }

  /** What comes from outside was made printable where it was cut out; this is the second lock. */
  private static String safe(String seen) {
    return Printable.cut(
            seen.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " "), SEEN_MAX)
        .strip();
  }

  /** What it means, in words. */
  public String meaning() {
    return Advice.of(mistake).meaning();
  }

  /** What to do about it, in words. */
  public String remedy() {
    return Advice.of(mistake).remedy();
  }

  /** All of it: who, what, by what it shows, and what to do. */
  public String sentence() {
    String who =
        charger.isEmpty() ? "a charger without a name" : "charger " + Printable.of(charger);
    return who + ": " + meaning() + ": " + seen + ". " + remedy() + ".";
  }
}
