package org.ocppbridge.mappings.json16;

import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;

/** ClearCache: the charger's cache, and with it what the bridge knows of idTags. */
final class ClearCache16 {

  private static final ClearCache.Answer REJECTED =
      new ClearCache.Answer(ClearCacheStatus.REJECTED);

  private static final Command16<ClearCache.Request, ClearCache.Answer> COMMAND =
      Command16.of(ClearCache.FROM_CSMS, REJECTED, REJECTED);

  private ClearCache16() {}

  static Step<CsmsAnswer> step(ClearCache.Request request, ChargerView view) {
    return COMMAND.ask(
        request,
        view,
        Command16.Around.answering(
            answer ->
                answer.status() == ClearCacheStatus.ACCEPTED
                    ? Command16.Ending.with(answer, new RegistrationChange.TokensCleared())
                    : Command16.Ending.plain(answer)));
  }
}
