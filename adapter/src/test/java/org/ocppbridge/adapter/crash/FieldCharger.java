package org.ocppbridge.adapter.crash;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.e2e.Soap;
import org.ocppbridge.mappings.SoapVersion;

/**
 * A charger as they are in the field: two connectors, one queue; what gets no answer is sent again
 * with the same content until it gets one, and nothing goes before it.
 */
final class FieldCharger implements Runnable {
  private static final int CONNECTORS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int METERS_MAX = 6;

  private final String id;
  private final Soap soap;
  private final SoapVersion version;
  private final Random random;
  private final CountDownLatch over;
  private final Session[] sessions = new Session[CONNECTORS + 1];
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private long register;

  /** A transaction under way. */
  private static final class Session {
    final int transaction;
    int metersLeft;

    Session(int transaction, int meters) {
      this.transaction = transaction;
      this.metersLeft = meters;
    }
  }

  /**
   * A charger.
   *
   * @param over when it is down the charger ends its transactions and goes home
   */
  FieldCharger(
      String id, SoapVersion version, InetSocketAddress bridge, long seed, CountDownLatch over) {
    this.id = id;
    this.version = version;
    this.soap = new Soap(bridge, version, id, "");
    this.random = new Random(seed);
    this.over = over;
  }

  String id() {
    return id;
  }

  /** What was answered with 200, in the order it was sent. */
  List<Told> told() {
    return told;
  }

  /** What the bridge must not say. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void run() {
    boot();
    while (!pause(random.nextInt(40))) {
      int connector = 1 + random.nextInt(CONNECTORS);
      Session session = sessions[connector];
      if (session == null) {
        start(connector);
      } else if (session.metersLeft > 0) {
        meter(connector, session);
      } else {
        stop(connector, session);
      }
      aside();
    }
    for (int connector = 1; connector <= CONNECTORS; connector++) {
      if (sessions[connector] != null) {
        stop(connector, sessions[connector]);
      }
    }
  }

  private void boot() {
    while (!soap.boot().value("status").equals("Accepted") && !pause(200)) {
      // As the interval of a refusal says, only faster.
    }
  }

  /** What a charger says besides; nobody keeps it. */
  private void aside() {
    switch (random.nextInt(20)) {
      case 0 -> soap.heartbeat();
      case 1 -> soap.authorize("TAG");
      case 2 -> soap.status(1 + random.nextInt(CONNECTORS), "Available");
      case 3 -> soap.boot();
      default -> {}
    }
  }

  private void start(int connector) {
    long value = ++register;
    String fields =
        Soap.field("connectorId", connector)
            + Soap.field("idTag", "TAG")
            + Soap.field("timestamp", now())
            + Soap.field("meterStart", value);
    Soap.Answer answer = deliver("StartTransaction", fields);
    int transaction = answer.number("transactionId");
    told.add(new Told("Start", value, transaction));
    sessions[connector] = new Session(transaction, random.nextInt(METERS_MAX));
    if (random.nextInt(10) == 0) {
      int again = deliver("StartTransaction", fields).number("transactionId");
      if (again != transaction) {
        complaints.add(id + ": Start " + value + " is " + transaction + ", repeated " + again);
      }
    }
  }

  private void meter(int connector, Session session) {
    session.metersLeft--;
    long value = ++register;
    deliver("MeterValues", soap.meterFields(connector, session.transaction, value, now()));
    told.add(new Told("Meter", value, session.transaction));
  }

  private void stop(int connector, Session session) {
    long value = ++register;
    String fields =
        Soap.field("transactionId", session.transaction)
            + Soap.field("idTag", "TAG")
            + Soap.field("timestamp", now())
            + Soap.field("meterStop", value);
    deliver("StopTransaction", fields);
    told.add(new Told("Stop", value, session.transaction));
    sessions[connector] = null;
    if (random.nextInt(10) == 0) {
      deliver("StopTransaction", fields);
    }
  }

  /** Sends until there is an answer; sometimes with little patience, so that two are under way. */
  private Soap.Answer deliver(String operation, String fields) {
    while (true) {
      Duration patience =
          random.nextInt(20) == 0 ? Duration.ofMillis(1 + random.nextInt(100)) : PATIENCE;
      Soap.Answer answer = soap.ask(operation, fields, patience);
      if (answer.status() == 200) {
        return answer;
      }
      if (answer.status() != 0) {
        complaints.add(
            id + " (" + version + "): " + operation + " got " + answer.status() + answer.xml());
      }
      pause(50 + random.nextInt(200));
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Returns whether it is over. */
  private boolean pause(int millis) {
    try {
      if (over.getCount() == 0) {
        // Not awaited any more, but not without pause either.
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        return true;
      }
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
