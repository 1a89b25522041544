package org.ocppbridge.adapter.soap.in;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.ocppbridge.adapter.ids.MessageIds;
import org.ocppbridge.adapter.secure.TlsFailure;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.watch.Refusal;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.ChargerId;

/**
 * Serves chargers: SOAP over HTTP on one address for all versions. Serves from the moment it is
 * made.
 */
public final class SoapServer implements AutoCloseable {

  private final SoapSettings settings;
  private final ChargerRequests requests;
  private final InstantSource clock;
  private final Watch watch;
  private final Room room;
  private final CxfEndpoints endpoints;
  private final ExecutorService threads;
  private final RefusalLog refusals;
  private final HttpListener listener;

  /** Also for connections that are open already. */
  private volatile HttpGate gate;

  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Starts to serve.
   *
   * @param requests answers what chargers ask
   * @param zones the zone of times that a charger writes without one
   * @param clock when a request came in
   * @throws java.io.UncheckedIOException if the address cannot be bound
   */
  public SoapServer(
      SoapSettings settings,
      ChargerRequests requests,
      Function<ChargerId, ZoneId> zones,
      InstantSource clock) {
    this(settings, requests, zones, clock, Watch.NONE);
  }

  /**
   * Starts to serve, with somebody listening.
   *
   * @param watch told of what comes and what becomes of it
   * @throws java.io.UncheckedIOException if the address cannot be bound
   */
  public SoapServer(
      SoapSettings settings,
      ChargerRequests requests,
      Function<ChargerId, ZoneId> zones,
      InstantSource clock,
      Watch watch) {
    this.settings = settings;
    this.requests = requests;
    this.clock = clock;
    this.watch = watch;
    room = new Room(settings.sizes().places());
    endpoints = new CxfEndpoints(new OperationInvoker(requests, zones, clock));
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("soap-", 0).factory());
    refusals = new RefusalLog(settings.sizes().refusalLines(), clock);
    gate = gate(settings);
    try {
      listener =
          new HttpListener(settings, exchange -> gate.handleRequest(exchange), this::tlsFailed);
    } catch (RuntimeException refused) {
      threads.shutdownNow();
      endpoints.close();
      throw refused;
    }
  }

  /** Before anything says which charger it is: so it is counted, and stands in the log. */
  private void tlsFailed(TlsFailure failure) {
    watch.turnedAway(
        switch (failure.kind()) {
          case VERSION -> Refusal.TLS_VERSION;
          case CIPHER -> Refusal.TLS_CIPHER;
          case CERTIFICATE -> Refusal.TLS_CERTIFICATE;
          case OTHER -> Refusal.TLS_OTHER;
        });
    refusals.tell(
        failure.peer(),
        "no TLS with %s: %s".formatted(failure.peer().orElse("somebody"), failure.why()));
  }

  private HttpGate gate(SoapSettings now) {
    Pace.Of paces = Pace.Of.settings(now.rates(), clock);
    SoapExchanges exchanges =
        new SoapExchanges(now, requests, endpoints, MessageIds::urn, refusals, paces, watch);
    return new HttpGate(now, room, threads, exchanges, refusals, paces, watch);
  }

  /**
   * Serves by other settings from the next request on: aliases, rates, and the sizes of bodies and
   * of the room. The others stay as they were at the start.
   */
  public void apply(SoapSettings other) {
    room.resize(other.sizes().places());
    gate = gate(other);
  }

  /**
   * Makes what the first requests need and the start does not: half a second of work while nothing
   * is compiled. A request that comes before waits for what it needs of it.
   */
  public void warmUp() {
    endpoints.makeAll();
  }

  /** Requests that are worked on now. */
  public int inWork() {
    return room.inWork();
  }

  /** Requests that wait for the CSMS now. */
  public int waiting() {
    return room.waiting();
  }

  /** Requests so far that had to be answered without waiting: too many waited. */
  public long hurried() {
    return room.hurried();
  }

  /** Where it listens; the port is the real one. */
  public InetSocketAddress address() {
    return listener.addresses().getFirst();
  }

  /** Where else it listens: the plain port beside TLS, then the one for old TLS. */
  public List<InetSocketAddress> otherAddresses() {
    return listener.addresses().stream().skip(1).toList();
  }

  /** Shows other certificates from now on; which ports there are stays as it is. */
  public void show(Door door) {
    listener.show(door);
  }

  /**
   * Takes on nothing more, lets what is in work be answered within the drain timeout, and ends. A
   * second call does nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listener.suspend();
    room.drain(settings.times().drain());
    listener.close();
    threads.shutdownNow();
    endpoints.close();
    refusals.close();
  }
}
