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
  /** No connection came about: no version of TLS that both sides allow. */
  TLS_VERSION,
  /** No connection came about: no cipher suite that both sides allow. */
  TLS_CIPHER,
  /** No connection came about: a certificate was not taken, or is missing. */
  TLS_CERTIFICATE,
  /** No connection came about: TLS failed for another reason. */
  TLS_OTHER,
  /** Anything else, such as the end of the process. */
  OTHER;

  /** As written in labels. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
