package org.ocppbridge.adapter.witness;

/**
 * One thing in a message that its contract does not allow.
 *
 * @param kind what sort of thing
 * @param text for people: the path of the field and the reason
 */
public record Deviation(Kind kind, String text) {

  /** Sorts of deviations, as OCPP-J 1.6 §4.2.3 tells them apart. */
  public enum Kind {
    /** No such action. */
    UNKNOWN_ACTION,
    /** Something is there that must not, or at the wrong place. */
    FORMATION,
    /** A required field is not there, or one that may be there once is there twice. */
    OCCURRENCE,
    /** A field is of another type. */
    TYPE,
    /** A field has a value that is not allowed. */
    VALUE
  }

  @Override
  public String toString() {
    return text;
  }
}
