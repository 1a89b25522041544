package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.util.function.Function;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.config.Wait;
import org.ocppbridge.adapter.ledger.Direction;
import org.ocppbridge.adapter.ledger.Origin;
import org.ocppbridge.adapter.ledger.Outcome;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a charger at the address known for it. */
public final class CommandCaller implements ChargerCalls.Asker {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCaller.class);

  private final Function<ChargerId, Charger> chargers;
  private final ChargerLink link;

  /**
   * Asks through a link.
   *
   * @param chargers knows those that are served; null for any other
   */
  public CommandCaller(Function<ChargerId, Charger> chargers, ChargerLink link) {
    this.chargers = chargers;
    this.link = link;
  }

  @Override
  public <Q, B> ChargerReply<B> ask(ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest) {
    Charger charger = chargers.apply(id);
    Recording current = Recording.current();
    if (current.isOpen()) {
      return asked(charger, ask, longest);
    }
    Recording own = charger.session().recorder().begin(Direction.TO_CHARGER, Origin.BRIDGE);
    try {
      return own.during(() -> asked(charger, ask, longest));
    } finally {
      own.answered();
    }
  }

  private <Q, B> ChargerReply<B> asked(
      Charger charger, Step.AskCharger<Q, B, ?> ask, Duration longest) {
    Recording.current().operation(ask.operation().name());
    try {
      ChargerLink.Endpoint endpoint = endpoint(charger, longest);
      return new ChargerReply.Answered<>(link.call(endpoint, ask.operation(), ask.request()));
    } catch (ChargerFailed fault) {
      LOG.warn("charger {}: {} failed: {}", charger.id(), ask.operation(), fault.getMessage());
      Recording.current().outcome(outcome(fault.why()), fault.getMessage());
      return new ChargerReply.Failed<>(fault);
    }
  }

  private static Outcome outcome(ChargerFailed.Why why) {
    return switch (why) {
      case NO_ADDRESS, ADDRESS_REFUSED, UNREACHABLE -> Outcome.UNREACHABLE;
      case SILENT -> Outcome.TIMEOUT;
      case NOT_SOAP -> Outcome.HTTP_ERROR;
      case FAULT, NOT_SUPPORTED, WRONG_ANSWER -> Outcome.FAULT;
    };
  }

  private static ChargerLink.Endpoint endpoint(Charger charger, Duration longest) {
    LearntAddress address = charger.address();
    ChargerSettings settings = charger.route().settings();
    if (longest.isZero()) {
      throw new ChargerFailed(
          ChargerFailed.Why.SILENT, "charger " + charger.id() + ": the command's time was used up");
    }
    Duration connect = settings.waits().of(Wait.CONNECT);
    return new ChargerLink.Endpoint(
        charger.id(),
        charger.session().state().version(),
        address
            .get()
            .orElseThrow(() -> new ChargerFailed(ChargerFailed.Why.NO_ADDRESS, address.nothing())),
        address.soap11(),
        settings.closeConnection(),
        connect.compareTo(longest) < 0 ? connect : longest,
        longest);
  }
}
