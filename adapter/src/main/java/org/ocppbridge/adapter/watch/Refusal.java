package org.ocppbridge.adapter.watch;

import java.util.Locale;

/** Why a request was turned away before it was read. */
public enum Refusal {
  /** Its path is not served. */
  PATH,
  /** Not a POST. */
  METHOD,
  /** The WebSocket of a charger for JSON. */
  WEBSOCKET,
  /** Its framing is wrong, or it broke off. */
  FRAMING,
  /** A kind of content that no charger sends. */
  MEDIA_TYPE,
  /** Too long. */
  TOO_LONG,
  /** More than is served at once. */
  OVERLOAD,
  /** More a second than the settings allow. */
  RATE,
  /** Anything else, such as the end of the process. */
  OTHER;

  /** As written in labels. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
