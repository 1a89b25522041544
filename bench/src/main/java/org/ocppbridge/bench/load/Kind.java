package org.ocppbridge.bench.load;

import java.util.Arrays;

/** What a charger asks. */
enum Kind {
  BOOT("BootNotification"),
  HEARTBEAT("Heartbeat"),
  AUTHORIZE("Authorize"),
  STATUS("StatusNotification"),
  START("StartTransaction"),
  METER("MeterValues"),
  STOP("StopTransaction");

  private final String operation;

  Kind(String operation) {
    this.operation = operation;
  }

  /** The one that is called like this. */
  static Kind of(String operation) {
    return Arrays.stream(values())
        .filter(kind -> kind.operation.equals(operation))
        .findFirst()
        .orElseThrow();
  }

  String operation() {
    return operation;
  }

  /** The request's element. */
  String element() {
    return Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "Request";
  }
}
