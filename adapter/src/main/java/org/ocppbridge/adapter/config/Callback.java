package org.ocppbridge.adapter.config;

import java.net.InetAddress;
import java.util.List;

/**
 * Where chargers may be called when their address is learnt from the From header of their requests.
 *
 * @param source whether the address a request itself came from is allowed
 * @param allow further ranges
 * @param rewrite what to make of addresses that cannot be reached as they are, first match wins; a
 *     rewritten address needs no other permission
 */
public record Callback(boolean source, List<Cidr> allow, List<Rewrite> rewrite) {

  /** Only the address the request itself came from. */
  public static final Callback DEFAULT = new Callback(true, List.of(), List.of());

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
    return source && host.equals(from)
        || allow.stream().anyMatch(range -> isMeant(range, host, from));
  }

  /**
   * A wide range, such as all addresses, does not mean this machine, nor its own cable, where
   * clouds hand out credentials (169.254.169.254): only a range of such addresses does, or a
   * request that came from there.
   */
  private static boolean isMeant(Cidr range, InetAddress host, InetAddress from) {
    if (host.isAnyLocalAddress() || host.isMulticastAddress() || !range.contains(host)) {
      return false;
    }
    return !isNear(host) || isNear(range.network()) || host.equals(from);
  }

  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress() || address.isLinkLocalAddress();
  }
}
