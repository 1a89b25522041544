package org.ocppbridge.adapter.soap.out;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.ocppbridge.adapter.config.Callback;
import org.ocppbridge.adapter.config.Rewrite;
import org.ocppbridge.mappings.Printable;

/**
 * Decides where a charger may be called, or says why nowhere. Pure: names are not resolved here.
 *
 * <p>A configured address wins. Else it is the address in the From header of the charger's latest
 * request (OCPP-S 1.6 §3.7), if that lies in the allowed ranges or a rewrite rule makes something
 * reachable of it. ReplyTo and FaultTo are never looked at.
 */
public final class CallbackAddress {

  /** How an address was found. */
  public enum How {
    CONFIGURED,
    /** Taken from From as it stood there. */
    LEARNT,
    /** Made from From by a rewrite rule. */
    REWRITTEN,
    /** There is none. */
    NONE
  }

  /**
   * What was decided.
   *
   * @param address where to call; empty if {@code how} is NONE
   * @param reason for the operator: where the address is from, or why there is none
   * @param alarm whether From named an address outside the allowed ranges
   */
  public record Decision(
      How how,
      Optional<URI> address,
      String reason,
      boolean alarm,
      Callback rules,
      InetAddress source) {

    /**
     * Whether the address may be connected to now that its name is resolved; what an {@link
     * AddressGuard} has to ask.
     *
     * @param called the address that is called, which may be older than this decision
     */
    public boolean permits(URI called, InetAddress resolved) {
      return address.filter(called::equals).isPresent()
          && (how != How.LEARNT || rules.allows(resolved, source));
    }
  }

  private final Callback rules;
  private final InetAddress source;

  private CallbackAddress(Callback rules, InetAddress source) {
    this.rules = rules;
    this.source = source;
  }

  /**
   * Decides for one charger.
   *
   * @param configured the address in the settings
   * @param rules what may be learnt from From
   * @param from the text of the latest From, in whatever state
   * @param source where the TCP connection of that request came from
   */
  public static Decision decide(
      Optional<URI> configured, Callback rules, Optional<String> from, InetAddress source) {
    CallbackAddress address = new CallbackAddress(rules, source);
    if (configured.isPresent()) {
      return address.found(How.CONFIGURED, configured.get(), "configured");
    }
    String text = from.map(String::strip).orElse("");
    if (text.isEmpty()) {
      return address.none("no address is configured, and its requests have no From");
    }
    return FromText.parse(text)
        .map(address::learn)
        .orElseGet(
            () ->
                address.none(
                    "no address is configured, and From is no http address: '"
                        + Printable.of(text)
                        + "'"));
  }

  private Decision learn(FromText from) {
    Optional<InetAddress> literal = from.literal(source);
    for (Rewrite rule : rules.rewrite()) {
      Optional<URI> rewritten =
          literal.flatMap(host -> rule.apply(from.at(host), host, source)).map(from::at);
      if (rewritten.isPresent()) {
        return found(
            How.REWRITTEN,
            rewritten.get(),
            "made from From " + from + " by the rewrite rule for " + rule.range());
      }
    }
    if (literal.isEmpty()) {
      return found(
          How.LEARNT, from.asWritten(), "from From, if the name stands for an allowed address");
    }
    if (rules.allows(literal.get(), source)) {
      return found(How.LEARNT, from.at(literal.get()), "from From");
    }
    return new Decision(
        How.NONE,
        Optional.empty(),
        "From "
            + from
            + " lies outside the allowed ranges; the request came from "
            + source.getHostAddress(),
        true,
        rules,
        source);
  }

  private Decision found(How how, URI address, String reason) {
    return new Decision(how, Optional.of(address), reason, false, rules, source);
  }

  private Decision none(String reason) {
    return new Decision(How.NONE, Optional.empty(), reason, false, rules, source);
  }
}
