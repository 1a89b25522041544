package org.ocppbridge.adapter.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How chargers behind network address translation are reached: a From address in {@code range} is
 * called at {@code to} instead. Scheme, path and, unless {@code port} says otherwise, port stay.
 *
 * @param range addresses this rule is for
 * @param to where such a charger is called
 * @param port the port to call instead of the one in From
 */
public record Rewrite(Cidr range, To to, OptionalInt port) {

  /** Where to call. */
  public sealed interface To {
    /** The address the request came from: the router in front of the charger forwards the port. */
    record Source() implements To {}

    /** One host for the whole range. */
    record Host(String name) implements To {}

    /** The same place in another range of the same size: 1:1 translation. */
    record Range(Cidr range) implements To {}
  }

  /**
   * @throws IllegalArgumentException if {@code to} is a range of another size
   */
  public Rewrite {
    if (to instanceof To.Range other) {
      range.translate(range.network(), other.range());
    }
  }

  /**
   * The address to call, if this rule is for it.
   *
   * @param from the charger's own address
   * @param host the IP address of {@code from}'s host
   * @param source where the request came from
   */
  public Optional<URI> apply(URI from, InetAddress host, InetAddress source) {
    if (!range.contains(host)) {
      return Optional.empty();
    }
    String name =
        switch (to) {
          case To.Source() -> literal(source);
          case To.Host(String fixed) -> fixed;
          case To.Range(Cidr other) -> literal(range.translate(host, other));
        };
    try {
      return Optional.of(
          new URI(
              from.getScheme(),
              null,
              name,
              port.orElse(from.getPort()),
              from.getPath(),
              from.getQuery(),
              null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text.replaceFirst("%.*", "") + "]" : text;
  }
}
