package org.ocppbridge.bench.load;

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

  String operation() {
    return operation;
  }

  /** The request's element. */
  String element() {
    return Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "Request";
  }
}
