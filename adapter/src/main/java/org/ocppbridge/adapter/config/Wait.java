package org.ocppbridge.adapter.config;

import java.time.Duration;

/** The waits that can be set, for all, per target and per charger. */
public enum Wait {
  START("start", 5),
  STOP("stop", 5),
  HEARTBEAT("heartbeat", 5),
  BOOT("boot", 20),
  AUTHORIZE("authorize", 20),
  DATA_TRANSFER("dataTransfer", 20),
  /** The whole time a command may take at the charger. */
  COMMAND("command", 25),
  /** The part of {@link #COMMAND} that getting a connection may take. */
  CONNECT("connect", 5);

  private final String key;
  private final Duration byDefault;

  Wait(String key, int seconds) {
    this.key = key;
    this.byDefault = Duration.ofSeconds(seconds);
  }

  /** Its key below {@code wait}. */
  public String key() {
    return key;
  }

  public Duration byDefault() {
    return byDefault;
  }
}
