package org.ocppbridge.adapter.metrics;

import java.time.Duration;
import java.util.Map;

/**
 * What was seen in one look over all chargers.
 *
 * @param chargers known
 * @param present heard within their presence limit
 * @param links how many links of a target are in a state
 * @param waiting transaction messages waiting for the CSMS
 * @param waitingMax the same of one charger, at most
 * @param oldest age of the one that waits longest
 * @param othersWaiting other messages waiting
 * @param dropped other messages that were dropped, since the start
 * @param openTransactions begun and not ended
 * @param deadLetters given up and kept
 * @param deadLettersDropped given up and dropped
 * @param skewMax how far the worst clock is off
 * @param diagnoses how many there are of each cause
 * @param storeTrouble whether the store takes nothing
 * @param diskFree bytes free on the disk of the data folder
 * @param lateAnswers of CSMSs, since the start
 * @param unreadableFrames of CSMSs, since the start
 * @param repeatedCalls of CSMSs, since the start
 */
public record Look(
    int chargers,
    int present,
    Map<LinkState, Long> links,
    long waiting,
    int waitingMax,
    Duration oldest,
    long othersWaiting,
    long dropped,
    long openTransactions,
    long deadLetters,
    long deadLettersDropped,
    Duration skewMax,
    Map<String, Long> diagnoses,
    boolean storeTrouble,
    long diskFree,
    long lateAnswers,
    long unreadableFrames,
    long repeatedCalls) {

  public Look {
    links = Map.copyOf(links);
    diagnoses = Map.copyOf(diagnoses);
  }

  /** A state of links to a target. */
  public record LinkState(String target, String state) {}
}
