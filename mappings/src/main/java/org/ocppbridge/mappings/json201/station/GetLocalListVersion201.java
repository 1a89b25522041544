package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Errors201;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.model.GetLocalListVersion;

/**
 * GetLocalListVersion: a charger without list, or with the list switched off, has version 0
 * (D02.FR.02, D02.FR.03); 1.6 says −1 for it.
 */
final class GetLocalListVersion201 {

  private static final Command201<GetLocalListVersion.Request, GetLocalListVersion.Answer> COMMAND =
      new Command201<>(
          GetLocalListVersion.FROM_CSMS, version(0), (fault, view) -> Errors201.TABLE.of(fault));

  private GetLocalListVersion201() {}

  static Step<CsmsAnswer> step(GetLocalListVersion.Request request, ChargerView view) {
    if (Keys.flag("LocalAuthListEnabled", view).filter(on -> !on).isPresent()) {
      return Answer201.only(version(0));
    }
    return COMMAND.ask(
        request, view, (answer, later) -> Command201.Ending.plain(version(answer.listVersion())));
  }

  private static CsmsAnswer version(int version) {
    return new CsmsAnswer.Result(Json.object().put("versionNumber", Math.max(0, version)));
  }
}
