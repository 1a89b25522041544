package org.ocppbridge.adapter;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.CallbackText;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one charger can be called: its configured address, else the latest From that lies in the allowed
 * ranges, refreshed with each request. ReplyTo and FaultTo never count (OCPP-S 1.6 §3.7, §3.8).
 */
final class LearntAddress {
  private static final Logger LOG = LoggerFactory.getLogger(LearntAddress.class);

  private final ChargerId id;
  private final ChargerSettings settings;
  private volatile Known known;

  /**
   * What is known now.
   *
   * @param rewritten whether a rewrite rule made the address, which needs no other permission
   * @param source where the last request came from
   * @param from the text it was made from, to see at once that nothing changed
   */
  private record Known(
      Optional<URI> address,
      String problem,
      boolean rewritten,
      Optional<InetAddress> source,
      String from,
      boolean soap11) {}

  LearntAddress(ChargerId id, ChargerSettings settings) {
    this.id = id;
    this.settings = settings;
    this.known =
        new Known(
            settings.address(),
            "charger " + id + " has not said yet where it can be called",
            false,
            Optional.empty(),
            "",
            false);
  }

  /** Where to call the charger; empty if there is no usable address. */
  Optional<URI> get() {
    return known.address();
  }

  /** Why there is no usable address, or why the last From was not taken; empty if all is well. */
  String problem() {
    return known.problem();
  }

  /** Whether the charger itself speaks SOAP 1.1 and has to be called so. */
  boolean soap11() {
    return known.soap11();
  }

  /** Whether the very IP address that is about to be connected to is allowed. */
  boolean mayCall(InetAddress resolved) {
    Known now = known;
    return settings.address().isPresent()
        || now.rewritten()
        || now.source().map(source -> settings.callback().allows(resolved, source)).orElse(false);
  }

  /** A request came: takes its From, if it is usable. */
  void heard(Caller caller) {
    Known before = known;
    InetAddress source = caller.source().getAddress();
    String from = caller.from().orElse("");
    boolean same =
        before.from().equals(from)
            && before.source().equals(Optional.of(source))
            && before.soap11() == caller.soap11();
    if (!same) {
      known = learn(before, from, source, caller.soap11());
    }
  }

  private Known learn(Known before, String from, InetAddress source, boolean soap11) {
    if (settings.address().isPresent()) {
      return new Known(settings.address(), "", false, Optional.of(source), from, soap11);
    }
    if (CallbackText.saysNothing(from)) {
      String problem = before.address().isPresent() ? "" : "charger " + id + " sends no From address";
      return new Known(
          before.address(), problem, before.rewritten(), Optional.of(source), from, soap11);
    }
    Optional<URI> parsed = CallbackText.parse(from, source);
    if (parsed.isEmpty()) {
      return kept(before, "the From of charger " + id + " is no http address", source, from, soap11);
    }
    return judged(before, parsed.get(), source, from, soap11);
  }

  private Known judged(
      Known before, URI address, InetAddress source, String from, boolean soap11) {
    Optional<InetAddress> literal = CallbackText.literal(address);
    Optional<URI> rewritten =
        literal.flatMap(host -> rewritten(address, host, source));
    if (rewritten.isPresent()) {
      return new Known(rewritten, "", true, Optional.of(source), from, soap11);
    }
    boolean allowed =
        literal.map(host -> settings.callback().allows(host, source)).orElse(true);
    if (allowed) {
      // A name is judged when it is called, by the IP address it stands for then.
      return new Known(Optional.of(address), "", false, Optional.of(source), from, soap11);
    }
    String problem =
        "the From of charger " + id + " names " + CallbackText.shown(address)
            + ", outside the allowed ranges; its requests come from " + source.getHostAddress();
    LOG.warn("{}: not used", problem);
    return kept(before, problem, source, from, soap11);
  }

  private Optional<URI> rewritten(URI address, InetAddress host, InetAddress source) {
    return settings.callback().rewrite().stream()
        .map(rule -> rule.apply(address, host, source))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Known kept(
      Known before, String problem, InetAddress source, String from, boolean soap11) {
    return new Known(
        before.address(), problem, before.rewritten(), Optional.of(source), from, soap11);
  }

  /** What an operator should know about it. */
  List<String> warnings() {
    return problem().isEmpty() ? List.of() : List.of(problem());
  }
}
