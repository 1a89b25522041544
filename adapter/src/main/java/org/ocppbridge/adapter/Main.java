package org.ocppbridge.adapter;

import org.ocppbridge.adapter.cli.Cli;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.convert.ConvertProgram;
import org.ocppbridge.adapter.program.DemoProgram;
import org.ocppbridge.adapter.program.EraseProgram;
import org.ocppbridge.adapter.program.OutboxProgram;
import org.ocppbridge.adapter.program.ReloadProgram;
import org.ocppbridge.adapter.program.RunProgram;
import org.ocppbridge.adapter.program.SimulateProgram;
import org.ocppbridge.adapter.program.StorePrograms;
import org.ocppbridge.adapter.program.TraceProgram;
import org.ocppbridge.adapter.program.WarmProgram;

/** The program: puts the commands together with what carries them out. */
public final class Main {
  private Main() {}

  /** Ends with 0 if all went well, 2 for a wrong command line or setting, 1 for anything else. */
  public static void main(String[] args) {
    Cli cli =
        new Cli(Surroundings.ofProcess())
            // Made when their turn comes: their loggers have to find level and format set, and what
            // they need takes time.
            .run((loaded, around) -> new RunProgram(Wiring::new).run(loaded, around))
            .demo((options, around) -> new DemoProgram(Wiring::new).run(options, around))
            .convert(new ConvertProgram())
            .simulate(new SimulateProgram())
            .backup(StorePrograms::backup)
            .restore(StorePrograms::restore)
            .outbox(new OutboxProgram())
            .reload(new ReloadProgram())
            .trace((options, around) -> new TraceProgram().run(options, around))
            .erase(new EraseProgram())
            .warm((options, around) -> new WarmProgram(Wiring::new).run(options, around));
    System.exit(cli.execute(args));
  }
}
