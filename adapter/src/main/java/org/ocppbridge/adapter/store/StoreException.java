package org.ocppbridge.adapter.store;

/** A store that cannot be opened; the message says why, for people. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  public StoreException(String message) {
    this(message, "");
  }

  /**
   * It is in use.
   *
   * @param holder what the process that uses it says of itself
   */
  public StoreException(String message, String holder) {
    super(message);
    this.holder = holder;
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
    this.holder = "";
  }

  /** What the process that uses the store says of itself; empty if it is not in use. */
  public String holder() {
    return holder;
  }
}
