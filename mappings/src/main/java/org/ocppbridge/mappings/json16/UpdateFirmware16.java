package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.UpdateFirmware;

/** UpdateFirmware: passed on; a job without request id, so that its statuses go out unsigned. */
final class UpdateFirmware16 {

  private static final Command16<UpdateFirmware.Request, UpdateFirmware.Answer> COMMAND =
      Command16.withoutNo(UpdateFirmware.FROM_CSMS);

  private UpdateFirmware16() {}

  static Step<CsmsAnswer> step(UpdateFirmware.Request request, ChargerView view) {
    // Noted before the charger is called: its first status may come before its answer.
    Jobs.Firmware job = new Jobs.Firmware(Optional.empty(), Optional.empty(), view.now());
    return COMMAND.ask(
        request,
        view,
        new Command16.Around<>(
            List.of(new CommandChange.FirmwareJob(job)),
            List.of(),
            (answer, later) -> Command16.Ending.plain(answer),
            List.of(new CommandChange.FirmwareNotBegun(job, view.state().jobs().firmware()))));
  }
}
