package org.ocppbridge.adapter.charger;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.out.CallbackAddress;
import org.ocppbridge.adapter.soap.out.CallbackAddress.Decision;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Contact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one charger can be called: its configured address, else the latest From that lies in the
 * allowed ranges, looked at with each request.
 */
public final class LearntAddress {
  private static final Logger LOG = LoggerFactory.getLogger(LearntAddress.class);

  private final ChargerId id;
  private final ChargerSettings settings;

  /** A charger without From has none in all its requests: said once. */
  private volatile boolean toldUnusable;

  private volatile Known known = new Known("", null, false, Optional.empty(), Optional.empty());

  /**
   * What is known now.
   *
   * @param from the last From and the source it came from, to see at once that nothing changed
   * @param usable the last decision that found an address
   * @param last the last decision
   */
  private record Known(
      String from,
      InetAddress source,
      boolean soap11,
      Optional<Decision> usable,
      Optional<Decision> last) {}

  /**
   * What was learnt so far.
   *
   * @param kept what was learnt before, perhaps in an earlier run of the process; it is judged by
   *     the settings of now
   */
  public LearntAddress(ChargerId id, ChargerSettings settings, Optional<Contact> kept) {
    this.id = id;
    this.settings = settings;
    kept.ifPresent(this::takeUp);
  }

  private void takeUp(Contact contact) {
    try {
      InetAddress source = InetAddress.ofLiteral(contact.source());
      known = learn(known, Optional.of(contact.from()), source, contact.soap11());
    } catch (IllegalArgumentException e) {
      LOG.warn("charger {}: its last source {} is none here", id, contact.source());
    }
  }

  /** Where to call the charger; empty if there is no usable address. */
  public Optional<URI> get() {
    return known.usable().flatMap(Decision::address).or(settings::address);
  }

  /** Why the charger's last request gave no usable address, in words; empty if it did. */
  public String problem() {
    return known
        .last()
        .filter(decision -> decision.address().isEmpty())
        .map(decision -> "charger " + id + " cannot be called: " + decision.reason())
        .orElse("");
  }

  /** What mistake the charger's last request shows, if any. */
  public Optional<Mistake> mistake() {
    Optional<Decision> unusable = known.last().filter(d -> d.address().isEmpty());
    if (unusable.filter(Decision::alarm).isPresent()) {
      return Optional.of(Mistake.CALLBACK_NOT_ALLOWED);
    }
    return get().isEmpty() ? Optional.of(Mistake.NO_CALLBACK) : Optional.empty();
  }

  /** By what it shows, in words. */
  String shownBy() {
    return known.last().map(Decision::reason).orElse("it has not said where it can be called");
  }

  /** Why there is nothing to call, in words. */
  public String nothing() {
    return problem().isEmpty()
        ? "charger " + id + " has not said where it can be called"
        : problem();
  }

  /** Whether the charger itself speaks SOAP 1.1 and has to be called so. */
  public boolean soap11() {
    return known.soap11();
  }

  /** Whether the very IP address that is about to be connected to is allowed. */
  public boolean mayCall(URI called, InetAddress resolved) {
    return settings.address().filter(called::equals).isPresent()
        || known.usable().filter(decision -> decision.permits(called, resolved)).isPresent();
  }

  /**
   * A request came: takes its From, if it is usable; else the one before stays.
   *
   * @return what is to be kept now, if it changed
   */
  Optional<Contact> heard(Caller caller) {
    Known before = known;
    InetAddress source = caller.source().getAddress();
    String from = caller.from().orElse("");
    if (before.from().equals(from)
        && source.equals(before.source())
        && before.soap11() == caller.soap11()) {
      return Optional.empty();
    }
    Known now = learn(before, caller.from(), source, caller.soap11());
    known = now;
    return now.last()
        .flatMap(Decision::address)
        .map(usable -> new Contact(from, source.getHostAddress(), caller.soap11()));
  }

  private Known learn(Known before, Optional<String> from, InetAddress source, boolean soap11) {
    Decision decision =
        CallbackAddress.decide(settings.address(), settings.callback(), from, source);
    if (decision.alarm()) {
      LOG.warn("charger {}: {}; it is not used", id, decision.reason());
    } else if (decision.address().isEmpty() && !toldUnusable) {
      toldUnusable = true;
      LOG.warn("charger {} cannot be called: {}", id, decision.reason());
    }
    Optional<Decision> usable =
        decision.address().isPresent() ? Optional.of(decision) : before.usable();
    return new Known(from.orElse(""), source, soap11, usable, Optional.of(decision));
  }

  /** What an operator should know about it. */
  public List<String> warnings() {
    return problem().isEmpty() ? List.of() : List.of(problem());
  }
}
