package org.ocppbridge.adapter.csms;

/** An open WebSocket. Nothing here blocks. */
interface Wire {

  /**
   * Most bytes that may wait for a CSMS that does not read, before the link counts as broken; one
   * largest message always may.
   */
  int PENDING_BYTES_MAX = 4 * 1024 * 1024;

  /** Most messages that may wait for a CSMS that does not read. */
  int PENDING_MESSAGES_MAX = 256;

  /**
   * Sends a text message.
   *
   * @param written run when it was handed to the socket, or when it never will be
   * @return false if too much waits already; nothing is sent then
   */
  boolean send(String message, Runnable written);

  void ping();

  /** Sends a close frame; the other side's close, or {@link #drop}, ends the connection. */
  void close(int code, String reason);

  /** Ends the connection at once. */
  void drop();
}
