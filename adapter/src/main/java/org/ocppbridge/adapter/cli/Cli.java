package org.ocppbridge.adapter.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The commands and how they end. */
public final class Cli {

  /** Exit code of what failed. */
  public static final int FAILED = 1;

  /** Exit code of a wrong command line or setting. */
  public static final int WRONG = 2;

  private static final String RUN = "run";

  private final Surroundings surroundings;

  /** By name, and made when they are needed: picocli takes its time to look at one. */
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  /** The command line with {@code check}, {@code --help} and {@code --version} alone. */
  public Cli(Surroundings surroundings) {
    this.surroundings = surroundings;
    commands.put("check", () -> new CheckCommand(surroundings));
  }

  /** Adds {@code run}. The settings were read and checked; their notes have still to be logged. */
  public Cli run(Program<ConfigLoader.Loaded> program) {
    commands.put(RUN, () -> new RunCommand(surroundings, program));
    return this;
  }

  /** Adds {@code demo}. */
  public Cli demo(Program<DemoOptions> program) {
    commands.put("demo", () -> new DemoCommand(surroundings, program));
    return this;
  }

  /** Adds {@code convert}. */
  public Cli convert(Program<ConvertOptions> program) {
    commands.put("convert", () -> new ConvertCommand(surroundings, program));
    return this;
  }

  /** Adds {@code simulate}. */
  public Cli simulate(Program<SimulateOptions> program) {
    commands.put("simulate", () -> new SimulateCommand(surroundings, program));
    return this;
  }

  /** Adds {@code backup}. */
  public Cli backup(Program<CopyOptions> program) {
    return copy(
        "backup", program, "Copy the store to a new file, also while a bridge is using it.");
  }

  /** Adds {@code restore}. */
  public Cli restore(Program<CopyOptions> program) {
    return copy(
        "restore",
        program,
        "Put a backup in place of the store; no bridge may be using it. The store that was there is kept.");
  }

  private Cli copy(String name, Program<CopyOptions> program, String description) {
    commands.put(
        name,
        () -> {
          CommandLine command = new CommandLine(new CopyCommand(surroundings, program));
          command.getCommandSpec().name(name).usageMessage().description(description);
          return command;
        });
    return this;
  }

  /** Adds {@code outbox}. */
  public Cli outbox(Program<OutboxOptions> program) {
    commands.put("outbox", () -> new OutboxCommand(surroundings, program));
    return this;
  }

  /** Adds {@code reload}. */
  public Cli reload(Program<ReloadOptions> program) {
    commands.put("reload", () -> new ReloadCommand(surroundings, program));
    return this;
  }

  /** Adds {@code trace}. */
  public Cli trace(Program<TraceOptions> program) {
    commands.put("trace", () -> new TraceCommand(surroundings, program));
    return this;
  }

  /** Adds {@code erase}. */
  public Cli erase(Program<EraseOptions> program) {
    commands.put("erase", () -> new EraseCommand(surroundings, program));
    return this;
  }

  /** Adds {@code warm}. */
  public Cli warm(Program<WarmOptions> program) {
    commands.put("warm", () -> new WarmCommand(surroundings, program));
    return this;
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code
   */
  public int execute(String... args) {
    try {
      Logging.prepare(surroundings.environment());
    } catch (IllegalArgumentException e) {
      return end(WRONG, e.getMessage());
    }
    return service(args).map(this::called).orElseGet(() -> parsed(args));
  }

  /**
   * The command {@code run}, if there is nothing to explain: that is how services start it, and a
   * sixth of the start would go into loading picocli, which is there for people.
   */
  private Optional<RunCommand> service(String... args) {
    if (args.length == 0 || !args[0].equals(RUN) || !commands.containsKey(RUN)) {
      return Optional.empty();
    }
    RunCommand command = (RunCommand) commands.get(RUN).get();
    List<String> rest = List.of(args).subList(1, args.length);
    return command.takes(rest) ? Optional.of(command) : Optional.empty();
  }

  private int called(RunCommand command) {
    try {
      return command.call();
    } catch (Exception e) {
      return failed(e);
    }
  }

  private int parsed(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    commands(args).forEach(name -> line.addSubcommand(name, commands.get(name).get()));
    Converters.register(line);
    line.setOut(new PrintWriter(surroundings.out(), true, surroundings.out().charset()));
    line.setErr(new PrintWriter(surroundings.err(), true, surroundings.err().charset()));
    line.setParameterExceptionHandler((e, ignored) -> end(WRONG, usage(e)));
    line.setExecutionExceptionHandler((e, ignored, result) -> failed(e));
    return line.execute(args);
  }

  /** The one that is called, if it is clear from the first word; else all, so that help has all. */
  private Collection<String> commands(String... args) {
    boolean clear = args.length > 0 && commands.containsKey(args[0]);
    return clear ? List.of(args[0]) : commands.keySet();
  }

  private int failed(Exception e) {
    return switch (e) {
      case ParameterException wrong -> end(WRONG, usage(wrong));
      case ConfigException wrong -> end(WRONG, settings(wrong));
      case IllegalArgumentException wrong -> end(WRONG, wrong.getMessage());
      case InterruptedException ignored -> FAILED;
      default -> {
        LoggerFactory.getLogger(Cli.class).debug("failed", e);
        yield end(FAILED, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
      }
    };
  }

  private static String settings(ConfigException e) {
    int more = e.problems().size() - 1;
    return more == 0
        ? e.getMessage()
        : e.getMessage() + " [and " + more + " more: check lists all]";
  }

  private static String usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    return e.getMessage() + " (see " + command + " --help)";
  }

  private int end(int code, String message) {
    surroundings.err().println("bridge: " + message.replaceAll("\\s*\\p{Cntrl}+\\s*", " "));
    return code;
  }
}
