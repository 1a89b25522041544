package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * One exchange: what a charger asked and all that this led to, or a command of the CSMS, or
 * something the bridge sent by itself. Every text in it came from outside and is hostile until it
 * is escaped; secrets in it are masked.
 *
 * <p>What an exchange leads to later is an exchange of its own. Both hold the number of the
 * message: {@link #kept} of the first one holds {@link #seq} of the other.
 *
 * @param id rising with the time of its begin; its microseconds since 1970, unless two began in the
 *     same one
 * @param began when
 * @param charger who claims to be, empty if the request did not say
 * @param direction which way it goes
 * @param origin who began it
 * @param operation what was asked, in the words of who asked
 * @param actions what others were asked for it, in their words
 * @param soap the charger's version, {@code 1.2}, {@code 1.5} or {@code 1.6}; empty if not known
 * @param target the name of the CSMS in the settings, empty if there is none
 * @param protocol what that CSMS speaks
 * @param address where the request came from, or where the charger was called
 * @param seq the number of the message that was kept for the CSMS and is sent now; 0: none
 * @param kept numbers of messages that were kept for the CSMS, among the charger's
 * @param outcome how it ended
 * @param detail why, in words; empty if all is well
 * @param timing where the time went
 * @param losses what was not carried over unchanged
 * @param wire all messages, in the order they went over the wire
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Exchange(
    long id,
    Instant began,
    String charger,
    Direction direction,
    Origin origin,
    String operation,
    List<String> actions,
    String soap,
    String target,
    String protocol,
    String address,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long seq,
    List<Long> kept,
    Outcome outcome,
    String detail,
    Timing timing,
    List<Lost> losses,
    List<Wire> wire) {

  public Exchange {
    charger = orEmpty(charger);
    operation = orEmpty(operation);
    actions = orEmpty(actions);
    soap = orEmpty(soap);
    target = orEmpty(target);
    protocol = orEmpty(protocol);
    address = orEmpty(address);
    kept = orEmpty(kept);
    detail = orEmpty(detail);
    losses = orEmpty(losses);
    wire = orEmpty(wire);
  }

  /** The same without the texts of its messages, for lists. */
  public Exchange bare() {
    return with(wire.stream().map(Wire::bare).toList(), losses, detail);
  }

  Exchange with(List<Wire> otherWire, List<Lost> otherLosses, String otherDetail) {
    return new Exchange(
        id,
        began,
        charger,
        direction,
        origin,
        operation,
        actions,
        soap,
        target,
        protocol,
        address,
        seq,
        kept,
        outcome,
        otherDetail,
        timing,
        otherLosses,
        otherWire);
  }

  /** Jackson leaves out what is empty. */
  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
