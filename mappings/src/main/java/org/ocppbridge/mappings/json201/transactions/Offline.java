package org.ocppbridge.mappings.json201.transactions;

import java.time.Duration;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Tokens.Token;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.rules.Starts;
import org.ocppbridge.mappings.rules.Tags;

/** What a charger is told of a token while the CSMS cannot say (MR A1, A8, D10). */
final class Offline {

  /** A token that was accepted so lately is good for a start, whatever the variables say. */
  static final Duration LATELY = Duration.ofMinutes(5);

  private Offline() {}

  /**
   * To an Authorize.
   *
   * @throws BridgeFault.Undecided if the charger has to decide by itself
   */
  static IdTagInfo authorize(String idTag, ChargerView view) {
    Optional<IdTagInfo> known = Tags.known(idTag, view);
    if (known.isPresent()) {
      boolean good = !Tags.accepted(known.get()) || Variables.localAuthorizeOffline(view);
      return good ? known.get() : Tags.INVALID;
    }
    if (Variables.unknownOffline(view)) {
      return Tags.ACCEPTED;
    }
    return switch (view.policy().authorizeUnknown()) {
      case ACCEPT -> Tags.ACCEPTED;
      case INVALID -> Tags.INVALID;
      case FAULT ->
          throw new BridgeFault.Undecided(
              "charger "
                  + view.state().id()
                  + ": the CSMS cannot be asked, and nothing is known of the idTag it sent");
    };
  }

  /** To a StartTransaction that no remote start led to. */
  static IdTagInfo start(StartTransaction.Request request, Evse evse, ChargerView view) {
    IdTagInfo info = Starts.undecided(request, view);
    Optional<Token> token = view.state().tokens().of(request.idTag());
    if (!Tags.accepted(info) || token.isEmpty()) {
      return info;
    }
    boolean lately = view.now().isBefore(token.get().at().plus(LATELY));
    return lately || Variables.localAuthorizeOffline(view)
        ? Verdict.forEvse(info, token.get().evses(), evse.id())
        : Tags.INVALID;
  }
}
