package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** How an exchange ended: well, or what went wrong in it first. */
public enum Outcome {
  /** All that was asked was answered. */
  ANSWERED("answered"),
  /** The charger has its answer; a message for the CSMS is kept until it can be sent. */
  STORED("stored"),
  /** The bridge answered by itself, because the CSMS could not be asked. */
  ALONE("alone"),
  /** The CSMS answered a CALL of ours with CALLERROR, or the message could never be sent. */
  ERROR("error"),
  /**
   * A SOAP fault, or something that is not the answer, from the charger; or one to the charger,
   * because the bridge could not decide.
   */
  FAULT("fault"),
  /** The charger answered with something that is not SOAP: a proxy's page, a bare status. */
  HTTP_ERROR("httpError"),
  /** The charger could not be reached; nothing was sent to it. */
  UNREACHABLE("unreachable"),
  /** No answer in time. */
  TIMEOUT("timeout"),
  /** The bridge refused the request: unknown charger, unreadable, not allowed, not supported. */
  REFUSED("refused"),
  /** The charger's connection was closed without an answer, so that it sends again. */
  CLOSED("closed");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** As it stands in JSON and in queries. */
  @JsonValue
  public String word() {
    return word;
  }

  /** Whether somebody did not get what was asked for. */
  boolean isFailure() {
    return compareTo(ALONE) > 0;
  }

  /** Finds one by its word. */
  public static Optional<Outcome> of(String word) {
    return Stream.of(values()).filter(outcome -> outcome.word.equals(word)).findFirst();
  }
}
