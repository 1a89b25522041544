package org.ocppbridge.mappings.json16;

import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.GetLocalListVersion;

/** GetLocalListVersion: passed on; −1 says that there are no local lists (1.6 §5.10). */
final class GetLocalListVersion16 {

  private static final Command16<GetLocalListVersion.Request, GetLocalListVersion.Answer> COMMAND =
      new Command16<>(
          GetLocalListVersion.FROM_CSMS,
          Optional.of(new GetLocalListVersion.Answer(-1)),
          Optional.empty());

  private GetLocalListVersion16() {}

  static Step<CsmsAnswer> step(GetLocalListVersion.Request request, ChargerView view) {
    return COMMAND.ask(request, view);
  }
}
