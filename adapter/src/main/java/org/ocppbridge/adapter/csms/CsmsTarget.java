package org.ocppbridge.adapter.csms;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.mappings.Target;

/**
 * A CSMS that links go to: what all of its links have in common.
 *
 * @param name for people, and the key under which dials are paced together
 * @param url {@code ws} or {@code wss}; the identity is appended to its path, a query stays behind
 *     it
 * @param protocol its subprotocol is demanded in the answer
 * @param tls whom to trust and which certificate to show; without it the JVM's defaults
 * @param pace how fast links may be opened
 * @param reconnect how long to wait before dialling again
 * @param frameMax longest message in either direction, bytes of UTF-8
 * @param times deadlines
 */
public record CsmsTarget(
    String name,
    URI url,
    Target protocol,
    Optional<ClientTls> tls,
    Pace pace,
    Reconnect reconnect,
    int frameMax,
    Times times) {

  /** Longest message unless set otherwise, bytes. */
  public static final int FRAME_MAX_DEFAULT = 1024 * 1024;

  /**
   * How fast links to one target may be opened.
   *
   * @param connectRate new links a second
   * @param handshakesMax handshakes under way at the same time
   */
  public record Pace(int connectRate, int handshakesMax) {

    /** 200 a second, 100 under way. */
    public static final Pace DEFAULT = new Pace(200, 100);

    public Pace {
      if (connectRate < 1 || handshakesMax < 1) {
        throw new IllegalArgumentException("connectRate and handshakesMax must be at least 1");
      }
    }
  }

  /**
   * Deadlines.
   *
   * @param handshake from dialling to the CSMS's complete answer, name lookup and TLS included
   * @param pingInterval between pings, though never less than {@code pong}; zero for none
   * @param pong how long the CSMS may be silent after a ping before the link is given up
   * @param call longest wait for an answer, where the caller says nothing else
   */
  public record Times(Duration handshake, Duration pingInterval, Duration pong, Duration call) {

    /** Handshake 30 s, ping every 60 s, pong within 20 s, answers within 30 s. */
    public static final Times DEFAULT =
        new Times(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    /** The same with another longest wait for an answer. */
    public Times answeredWithin(int seconds) {
      return new Times(handshake, pingInterval, pong, Duration.ofSeconds(seconds));
    }

    public Times {
      if (!handshake.isPositive()
          || pingInterval.isNegative()
          || !pong.isPositive()
          || !call.isPositive()) {
        throw new IllegalArgumentException(
            "handshake, pong and call times must be positive, pingInterval not negative");
      }
    }
  }

  public CsmsTarget {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("ws", "wss").contains(scheme)) {
      throw new IllegalArgumentException(
          "the url of target " + name + " must start with ws:// or wss://");
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the url of target " + name + " must not hold credentials: they belong into auth");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException("the url of target " + name + " has no valid host name");
    }
    if (url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the url of target " + name + " must not have a fragment (#)");
    }
    if (frameMax < 1024) {
      throw new IllegalArgumentException(
          "the longest frame of target " + name + " must be at least 1024 bytes");
    }
  }

  /** A target with every default. */
  public static CsmsTarget of(String name, URI url, Target protocol) {
    return new CsmsTarget(
        name,
        url,
        protocol,
        Optional.empty(),
        Pace.DEFAULT,
        Reconnect.DEFAULT,
        FRAME_MAX_DEFAULT,
        Times.DEFAULT);
  }

  /** The same with other TLS settings. */
  public CsmsTarget withTls(ClientTls other) {
    return new CsmsTarget(
        name, url, protocol, Optional.of(other), pace, reconnect, frameMax, times);
  }

  /** The same with another pace. */
  public CsmsTarget withPace(Pace other) {
    return new CsmsTarget(name, url, protocol, tls, other, reconnect, frameMax, times);
  }

  /** The same with other waits between dials. */
  public CsmsTarget withReconnect(Reconnect other) {
    return new CsmsTarget(name, url, protocol, tls, pace, other, frameMax, times);
  }

  /** The same with another longest frame, bytes. */
  public CsmsTarget withFrameMax(int other) {
    return new CsmsTarget(name, url, protocol, tls, pace, reconnect, other, times);
  }

  /** The same with other deadlines. */
  public CsmsTarget withTimes(Times other) {
    return new CsmsTarget(name, url, protocol, tls, pace, reconnect, frameMax, other);
  }

  /** The same CSMS, or another one, at this place. */
  public CsmsTarget withUrl(URI other) {
    return new CsmsTarget(name, other, protocol, tls, pace, reconnect, frameMax, times);
  }

  boolean secure() {
    return url.getScheme().equalsIgnoreCase("wss");
  }
}
