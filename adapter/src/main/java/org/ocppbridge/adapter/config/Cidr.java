package org.ocppbridge.adapter.config;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses, {@code 10.1.0.0/16} or {@code 2001:db8::/32}; a single address is a range
 * of one.
 *
 * @param network the first address
 * @param prefix number of leading bits that are the same for all of them
 */
public record Cidr(InetAddress network, int prefix) {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /**
   * Reads a range; never asks the DNS.
   *
   * @throws IllegalArgumentException if it is none, or has bits behind its prefix
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
    int prefix = slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits);
    InetAddress network = masked(address, prefix);
    if (!network.equals(address)) {
      throw new IllegalArgumentException(
          "'%s' has bits behind its prefix; the range is %s/%d"
              .formatted(text, network.getHostAddress(), prefix));
    }
    return new Cidr(network, prefix);
  }

  /**
   * Whether the address lies in this range. An IPv4 address never lies in an IPv6 range, nor the
   * reverse.
   */
  public boolean contains(InetAddress address) {
    return address.getAddress().length == network.getAddress().length
        && masked(address, prefix).equals(network);
  }

  /**
   * The address at the same place in a range of the same size: 1:1 address translation.
   *
   * @throws IllegalArgumentException if the ranges differ in size or kind
   */
  public InetAddress translate(InetAddress address, Cidr to) {
    if (to.prefix != prefix || to.bits() != bits()) {
      throw new IllegalArgumentException(this + " and " + to + " differ in size");
    }
    BigInteger offset = number(address).subtract(number(network));
    return address(number(to.network).add(offset), bits());
  }

  private int bits() {
    return network.getAddress().length * 8;
  }

  private static int prefix(String text, String digits, int bits) {
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
      throw new IllegalArgumentException(
          "'%s' has no prefix of 0 to %d bits".formatted(text, bits));
    }
    return Integer.parseInt(digits);
  }

  /** Reads an address, never a name. */
  static InetAddress literal(String text) {
    if (IPV4.matcher(text).matches() || text.contains(":") && !text.contains("%")) {
      try {
        return InetAddress.ofLiteral(text);
      } catch (IllegalArgumentException e) {
        // said below, in our words
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no IP address or range such as 10.1.0.0/16");
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    for (int bit = prefix; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    return address(new BigInteger(1, bytes), bytes.length * 8);
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static InetAddress address(BigInteger number, int bits) {
    byte[] bytes = new byte[bits / 8];
    byte[] raw = number.toByteArray();
    int length = Math.min(raw.length, bytes.length);
    System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // only for lengths other than 4 and 16
    }
  }

  @Override
  public String toString() {
    boolean single = prefix == (network instanceof Inet4Address ? 32 : 128);
    return network.getHostAddress() + (single ? "" : "/" + prefix);
  }
}
