package org.ocppbridge.adapter;

import org.ocppbridge.adapter.cli.Cli;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.convert.ConvertProgram;

/** The program: puts the commands together with what carries them out. */
public final class Main {
  private Main() {}

  /** Ends with 0 if all went well, 2 for a wrong command line or setting, 1 for anything else. */
  public static void main(String[] args) {
    Cli cli =
        new Cli(Surroundings.ofProcess())
            // Made when their turn comes: their loggers have to find level and format set, and what
            // they need takes time.
            .run((loaded, around) -> new RunProgram().run(loaded, around))
            .demo((options, around) -> new DemoProgram().run(options, around))
            .convert(new ConvertProgram())
            .simulate(new SimulateProgram())
            .backup(StorePrograms::backup)
            .restore(StorePrograms::restore)
            .outbox(new OutboxProgram())
            .reload(new ReloadProgram())
            .trace((options, around) -> new TraceProgram().run(options, around))
            .erase(new EraseProgram())
            .warm((options, around) -> new WarmProgram().run(options, around));
    System.exit(cli.execute(args));
  }
}
