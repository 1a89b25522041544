package org.ocppbridge.adapter.config;

import java.net.InetAddress;
import java.util.List;

/**
 * Where chargers may be called when their address is learnt from the From header of their requests.
 *
 * @param source whether the address a request itself came from is allowed
 * @param localSource whether that holds for loopback and link-local addresses too: behind a proxy
 *     on the same machine every request comes from there, and From would reach the machine's own
 *     services
 * @param allow further ranges
 * @param rewrite what to make of addresses that cannot be reached as they are, first match wins; a
 *     rewritten address needs no other permission
 */
public record Callback(
    boolean source, boolean localSource, List<Cidr> allow, List<Rewrite> rewrite) {

  /** Only the address the request itself came from. */
  public static final Callback DEFAULT = new Callback(true, List.of(), List.of());

  /** Without loopback and link-local addresses as source. */
  public Callback(boolean source, List<Cidr> allow, List<Rewrite> rewrite) {
    this(source, false, allow, rewrite);
  }

  public Callback {
    allow = List.copyOf(allow);
    rewrite = List.copyOf(rewrite);
  }

  /**
   * Whether a charger may be called at an address.
   *
   * @param host the address its From names
   * @param from the address its request came from
   */
  public boolean allows(InetAddress host, InetAddress from) {
    return source && host.equals(from) && mayBeSource(from) || inRange(host);
  }

  /** Whether an address may stand for a charger because a request came from it. */
  public boolean mayBeSource(InetAddress from) {
    return localSource || !Loopback.isLocal(from) || inRange(from);
  }

  private boolean inRange(InetAddress host) {
    return allow.stream().anyMatch(range -> range.contains(host));
  }

  /** The same, for a bridge that itself listens on this host. */
  Callback servedOn(String host) {
    return new Callback(source, Loopback.is(host), allow, rewrite);
  }
}
