package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import java.util.List;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * Settings of the SOAP server.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param aliases paths served besides {@value #PATH}, each with all below it
 * @param sizes how much is taken
 * @param xml limits of the XML in a request
 * @param times how long things may take
 * @param rates requests a second
 * @param door which ports there are, and who is believed
 */
public record SoapSettings(
    String host,
    int port,
    List<String> aliases,
    Sizes sizes,
    Limits xml,
    Times times,
    Rates rates,
    Door door) {

  /** Where SOAP is served always. */
  public static final String PATH = "/ocpp";

  /** The defaults. */
  public static final SoapSettings DEFAULT =
      new SoapSettings(
          "0.0.0.0",
          8080,
          List.of(),
          new Sizes(1 << 20, 4 << 20, 32 << 20, new Places(2_000, 10_000), 20_000, 20),
          Limits.DEFAULT,
          new Times(Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(10)),
          Rates.OFF,
          Door.PLAIN);

  public SoapSettings {
    aliases = List.copyOf(aliases);
  }

  /**
   * Limits that protect the program, whatever is sent.
   *
   * @param body bytes of a request's body as sent
   * @param inflated bytes of a request's body after decompression
   * @param bodies bytes of all bodies under way together, both as sent and after decompression
   * @param places requests at once
   * @param connections open connections; above it none is accepted
   * @param refusalLines log lines about refused requests of one address in {@link
   *     RefusalLog#WINDOW}; more are counted
   */
  public record Sizes(
      int body, int inflated, long bodies, Places places, int connections, int refusalLines) {}

  /**
   * Requests at once.
   *
   * @param inWork requests worked on; above it none is taken on, and one place in {@value
   *     Room#KEPT_ONE_IN} is for transaction messages alone
   * @param waiting requests that wait for the CSMS; above it none waits: it is answered as if the
   *     CSMS were late
   */
  public record Places(int inWork, int waiting) {}

  /**
   * Times.
   *
   * @param body longest time a request may take to arrive
   * @param idle how long a connection may be silent, also while its request is worked on
   * @param drain how long closing waits for requests in work
   */
  public record Times(Duration body, Duration idle, Duration drain) {}

  /**
   * Requests a second; 0 is no limit.
   *
   * @param perCharger of one charger that was let in
   * @param refusedPerSource of one address, counting those that were refused
   * @param perSource of one address
   */
  public record Rates(int perCharger, int refusedPerSource, int perSource) {

    /** No limits. */
    public static final Rates OFF = new Rates(0, 0, 0);
  }

  /** The same, listening elsewhere. */
  public SoapSettings at(String newHost, int newPort) {
    return new SoapSettings(newHost, newPort, aliases, sizes, xml, times, rates, door);
  }

  /** The same with these aliases. */
  public SoapSettings aliased(List<String> newAliases) {
    return new SoapSettings(host, port, newAliases, sizes, xml, times, rates, door);
  }

  /** The same with other limits. */
  public SoapSettings limited(Sizes newSizes, Limits newXml) {
    return new SoapSettings(host, port, aliases, newSizes, newXml, times, rates, door);
  }

  /** The same with other times. */
  public SoapSettings timed(Times newTimes) {
    return new SoapSettings(host, port, aliases, sizes, xml, newTimes, rates, door);
  }

  /** The same with these rates. */
  public SoapSettings paced(Rates newRates) {
    return new SoapSettings(host, port, aliases, sizes, xml, times, newRates, door);
  }

  /** The same behind this door. */
  public SoapSettings behind(Door newDoor) {
    return new SoapSettings(host, port, aliases, sizes, xml, times, rates, newDoor);
  }
}
