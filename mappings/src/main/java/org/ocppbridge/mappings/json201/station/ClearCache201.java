package org.ocppbridge.mappings.json201.station;

import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;

/** ClearCache: the charger's cache, and with it what the bridge knows of idTags (C11). */
final class ClearCache201 {

  private static final String REJECTED = "Rejected";

  private static final Command201<ClearCache.Request, ClearCache.Answer> COMMAND =
      Command201.refusing(ClearCache.FROM_CSMS, REJECTED);

  private ClearCache201() {}

  static Step<CsmsAnswer> step(ClearCache.Request request, ChargerView view) {
    if (Keys.flag("AuthorizationCacheEnabled", view).filter(on -> !on).isPresent()) {
      return Answer201.only( // C11.FR.04
          Answer201.status(REJECTED, Reason.NOT_ENABLED, "the charger's cache is switched off"));
    }
    return COMMAND.ask(
        request,
        view,
        (answer, later) ->
            Command201.Ending.with(
                Answer201.status(answer.status().wire()),
                answer.status() == ClearCacheStatus.ACCEPTED
                    ? List.of(new RegistrationChange.TokensCleared())
                    : List.of()));
  }
}
