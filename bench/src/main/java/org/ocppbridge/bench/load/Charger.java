package org.ocppbridge.bench.load;

import java.time.Instant;

/** One charger: where it is in its script, its transaction, its meter. */
final class Charger {
  private static final int VERSIONS = 3;

  private final String id;
  private final Version version;
  private final Script script;
  private int step;
  private int statuses;
  private String transaction = "1";
  private int meter;

  /**
   * @param number tells its version, and where in the script it begins, so that a fleet does all
   *     things at any time
   */
  Charger(int number, Script script) {
    this.id = "BENCH-%05d".formatted(number);
    this.version = Version.of(number);
    this.script = script;
    this.meter = number;
    this.step = number / VERSIONS % script.length();
  }

  /** Whether it begins amid a transaction, and has to start that first. */
  boolean isCharging() {
    return script.isCharging(step);
  }

  Version version() {
    return version;
  }

  /** What it says next. */
  Kind next() {
    Kind kind = script.at(step);
    step = script.after(step);
    return kind;
  }

  /** A whole request for this. */
  String request(Kind kind, Wording wording) {
    meter += 10;
    String at = Instant.now().toString();
    return wording.envelope(version, kind, id, body(kind, wording, at));
  }

  private String body(Kind kind, Wording wording, String at) {
    return switch (kind) {
      case BOOT -> wording.boot();
      case HEARTBEAT -> "";
      case AUTHORIZE -> Wording.tag("idTag", id);
      case STATUS -> wording.status(version, statuses++, at);
      case START -> wording.start(id, at, meter);
      case METER -> wording.meter(version, transaction, at, meter);
      case STOP -> wording.stop(transaction, id, at, meter);
    };
  }

  /** The central system has given this number to its transaction. */
  void started(String number) {
    transaction = number;
  }
}
