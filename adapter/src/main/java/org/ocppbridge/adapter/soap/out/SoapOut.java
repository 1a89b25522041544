package org.ocppbridge.adapter.soap.out;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ocppbridge.adapter.ids.MessageIds;
import org.ocppbridge.adapter.soap.LossTeller;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * How the bridge calls chargers.
 *
 * @param from where chargers reach the bridge, sent as From in each command; asked at each command
 * @param answerLimit longest answer in bytes, before and after decompression
 * @param xml limits of the XML in an answer
 * @param soapAction which chargers want a SOAPAction header with SOAP 1.2
 * @param zone zone of times that a charger writes without one
 * @param messageIds makes WS-Addressing MessageIDs; never the same one twice
 * @param clock for the time of receipt
 * @param losses told what commands and their answers lose in SOAP
 */
public record SoapOut(
    Supplier<URI> from,
    int answerLimit,
    Limits xml,
    Predicate<ChargerId> soapAction,
    Function<ChargerId, ZoneId> zone,
    Supplier<String> messageIds,
    InstantSource clock,
    LossTeller losses) {

  /** Longest answer by default: a full configuration of a charger takes some 50 kB. */
  public static final int ANSWER_LIMIT = 1024 * 1024;

  /** The usual: no SOAPAction, times in UTC, random ids, the machine's clock. */
  public static SoapOut from(URI from) {
    return new SoapOut(
        () -> from,
        ANSWER_LIMIT,
        Limits.DEFAULT,
        id -> false,
        id -> ZoneOffset.UTC,
        MessageIds::urn,
        InstantSource.system(),
        (charger, what, losses) -> {});
  }

  /**
   * Where chargers reach a bridge that has no public address configured: the host it listens on, or
   * the machine's own address if it listens on all.
   */
  public static URI defaultFrom(String host, int port, boolean tls) {
    String known = host;
    try {
      InetAddress listening = InetAddress.getByName(host);
      known =
          (listening.isAnyLocalAddress() ? InetAddress.getLocalHost() : listening).getHostAddress();
    } catch (UnknownHostException e) {
      // The name as configured is the best there is.
    }
    String bracketed = known.contains(":") ? "[" + known.replaceFirst("%.*", "") + "]" : known;
    return URI.create((tls ? "https" : "http") + "://" + bracketed + ":" + port + "/ocpp");
  }
}
