package org.ocppbridge.adapter.simulate;

/** A request of a charger that got no usable answer. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection, or the connection ended or was silent before an answer. */
    NO_ANSWER,
    /** An HTTP status other than 200 without a SOAP Fault. */
    HTTP_ERROR,
    /** A SOAP Fault. */
    FAULT,
    /** An answer that the contract does not allow. */
    WRONG_ANSWER
  }

  private final Kind kind;

  /** A failure, with the reason for people. */
  public CallFailed(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
