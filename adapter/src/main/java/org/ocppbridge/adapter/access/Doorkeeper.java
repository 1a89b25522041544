package org.ocppbridge.adapter.access;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ocppbridge.adapter.config.Access;
import org.ocppbridge.adapter.config.Access.OnChange;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.model.BootNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in, or not, and says what is strange about them. */
public final class Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  private final PinBook pins;
  private final InstantSource clock;
  private final Map<ChargerId, Seen> seen;

  /**
   * @param pins what chargers were at their first boot
   * @param max chargers remembered; over it those heard longest ago are forgotten
   */
  public Doorkeeper(PinBook pins, int max, InstantSource clock) {
    this.pins = pins;
    this.clock = clock;
    this.seen =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ChargerId, Seen> eldest) {
            return size() > max;
          }
        };
  }

  /**
   * Checks a request of a charger that is listed (or need not be).
   *
   * @throws BridgeFault.UnknownCharger if it is not let in
   */
  public void admit(Caller caller, Access access) {
    Papers.check(caller, access);
    Instant now = clock.instant();
    Seen charger = seen(caller.id());
    InetAddress source = caller.source().getAddress();
    if (access.source() != OnChange.OFF) {
      pins.find(caller.id().value())
          .filter(pin -> !pin.source().equals(source.getHostAddress()))
          .ifPresent(
              pin ->
                  changed(
                      caller.id(),
                      charger,
                      "source",
                      "speaks from %s instead of %s (since %s)"
                          .formatted(source.getHostAddress(), pin.source(), pin.since()),
                      access.source()));
    }
    charger.heard(source, now).ifPresent(two -> alarm(caller.id(), charger, "turns", two));
    charger.leg(caller.proof().encrypted(), access.proves());
  }

  /**
   * Looks at a BootNotification: the first one pins the charger.
   *
   * @throws BridgeFault.UnknownCharger if it is another device and the settings refuse that
   */
  public void booted(Caller caller, Access access, BootNotification.Request boot) {
    String source = caller.source().getAddress().getHostAddress();
    Pin now = Pin.of(caller.id().value(), boot, source, clock.instant());
    Optional<Pin> first = pins.find(now.id());
    if (first.isEmpty()) {
      pins.add(now);
      return;
    }
    List<String> differences = first.get().differences(now);
    if (!differences.isEmpty() && access.device() != OnChange.OFF) {
      String words =
          "another device: %s (since %s)"
              .formatted(String.join(", ", differences), first.get().since());
      changed(caller.id(), seen(caller.id()), "device", words, access.device());
    }
  }

  private static void changed(
      ChargerId id, Seen charger, String kind, String words, OnChange consequence) {
    alarm(id, charger, kind, words);
    if (consequence == OnChange.REFUSE) {
      throw new BridgeFault.UnknownCharger(
          "charger " + id + " " + words + ", and pin." + kind + " is refuse");
    }
  }

  private static void alarm(ChargerId id, Seen charger, String kind, String words) {
    if (charger.raise(kind, words)) {
      LOG.warn("ALARM charger {}: {}", id, words);
    }
  }

  /** What a person should look at, in words. */
  public List<String> alarms(ChargerId id) {
    return List.copyOf(new TreeMap<>(seen(id).alarms()).values());
  }

  /** What protects the charger's own leg, in words; empty if it was not heard since the start. */
  public String leg(ChargerId id) {
    return seen(id).leg();
  }

  /**
   * A person looked at it: the alarms end, and the charger is pinned anew at its next boot.
   *
   * @return whether there was anything to accept
   */
  public boolean accept(ChargerId id) {
    Seen charger = seen(id);
    boolean any = !charger.alarms().isEmpty();
    charger.accept();
    return pins.remove(id.value()) || any;
  }

  private Seen seen(ChargerId id) {
    synchronized (seen) {
      return seen.computeIfAbsent(id, unknown -> new Seen());
    }
  }
}
