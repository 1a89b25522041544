package org.ocppbridge.adapter;

import java.time.Duration;
import java.util.function.Function;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.config.Wait;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a charger at the address known for it. */
final class CommandCaller implements ChargerCalls.Asker {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCaller.class);

  private final Function<ChargerId, Charger> chargers;
  private final ChargerLink link;

  CommandCaller(Function<ChargerId, Charger> chargers, ChargerLink link) {
    this.chargers = chargers;
    this.link = link;
  }

  @Override
  public <Q, B> ChargerReply<B> ask(ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest) {
    try {
      ChargerLink.Endpoint endpoint = endpoint(chargers.apply(id), longest);
      return new ChargerReply.Answered<>(link.call(endpoint, ask.operation(), ask.request()));
    } catch (ChargerFailed fault) {
      LOG.warn("charger {}: {} failed: {}", id, ask.operation(), fault.getMessage());
      return new ChargerReply.Failed<>(fault);
    }
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
