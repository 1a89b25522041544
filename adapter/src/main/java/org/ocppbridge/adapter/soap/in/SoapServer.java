package org.ocppbridge.adapter.soap.in;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.mappings.ChargerId;
import org.xnio.Options;

/** Serves chargers: SOAP over HTTP on one address for all versions. Serves from the moment it is made. */
public final class SoapServer implements AutoCloseable {

  /** Buffers of 16 kB, direct, shared: Undertow's own pool leaks one with every virtual thread. */
  private static final int BUFFER_SIZE = 16_364;

  private static final int BUFFERS_MAX = 2_048;

  private final SoapSettings settings;
  private final Room room;
  private final CxfEndpoints endpoints;
  private final ExecutorService threads;
  private final Undertow undertow;

  /**
   * Starts to serve.
   *
   * @param requests answers what chargers ask
   * @param zones the zone of times that a charger writes without one
   * @param clock when a request came in
   * @throws RuntimeException if the address cannot be bound
   */
  public SoapServer(
      SoapSettings settings, ChargerRequests requests, Function<ChargerId, ZoneId> zones, InstantSource clock) {
    this.settings = settings;
    room = new Room(settings.maxInWork());
    endpoints = new CxfEndpoints(new OperationInvoker(requests, zones, clock));
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("soap-", 0).factory());
    SoapExchanges exchanges = new SoapExchanges(settings, requests, endpoints, () -> "urn:uuid:" + UUID.randomUUID());
    undertow = undertow(settings, new HttpGate(settings, room, threads, exchanges));
    undertow.start();
  }

  private static Undertow undertow(SoapSettings settings, HttpGate gate) {
    int idle = Math.toIntExact(settings.idleTimeout().toMillis());
    int arrival = Math.toIntExact(settings.bodyTimeout().toMillis());
    return Undertow.builder()
        .addHttpListener(settings.port(), settings.host())
        .setByteBufferPool(new DefaultByteBufferPool(true, BUFFER_SIZE, BUFFERS_MAX, 0))
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) settings.maxBody())
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, arrival)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, idle)
        .setServerOption(UndertowOptions.ALWAYS_SET_DATE, true)
        .setSocketOption(Options.CONNECTION_HIGH_WATER, settings.maxConnections())
        .setSocketOption(Options.CONNECTION_LOW_WATER, settings.maxConnections())
        .setHandler(gate)
        .build();
  }

  /** Where it listens; the port is the real one. */
  public InetSocketAddress address() {
    return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
  }

  /** Takes on nothing more, lets what is in work be answered within the drain timeout, and ends. */
  @Override
  public void close() {
    room.drain(settings.drainTimeout());
    undertow.stop();
    threads.shutdownNow();
    endpoints.close();
  }
}
