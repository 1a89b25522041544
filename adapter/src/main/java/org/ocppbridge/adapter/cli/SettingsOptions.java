package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Flag;
import picocli.CommandLine.Option;

/** The settings as flags, for {@code run} and {@code check}. A flag beats environment and file. */
final class SettingsOptions {

  private static final String CONFIG_VARIABLE = "BRIDGE_CONFIG";

  private static final String CONFIG = "--config";
  private static final String AUTO_REGISTER = "--auto-register";

  /** The settings that flags with a value set. */
  private static final Map<String, String> PATHS =
      Map.of(
          "--soap-port", "soap.port",
          "--admin-port", "admin.port",
          "--csms", "targets.main.url",
          "--protocol", "targets.main.protocol",
          "--data", "data");

  private final List<Flag> flags = new ArrayList<>();

  @Option(
      names = CONFIG,
      paramLabel = "FILE",
      description = "The settings, see config/bridge.yaml; also BRIDGE_CONFIG.")
  private Path config;

  @Option(
      names = "--soap-port",
      paramLabel = "PORT",
      description = "soap.port: where chargers call.")
  private void soapPort(String value) {
    set("--soap-port", value);
  }

  @Option(names = "--admin-port", paramLabel = "PORT", description = "admin.port: health.")
  private void adminPort(String value) {
    set("--admin-port", value);
  }

  @Option(
      names = "--csms",
      paramLabel = "URL",
      description = "targets.main.url: the CSMS, ws://host:port/path; the identity is appended.")
  private void csms(String value) {
    set("--csms", value);
  }

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "targets.main.protocol: ocpp1.6 or ocpp2.0.1.")
  private void protocol(String value) {
    set("--protocol", value);
  }

  @Option(names = "--data", paramLabel = "DIR", description = "data: the folder for what is kept.")
  private void data(String value) {
    set("--data", value);
  }

  @Option(
      names = AUTO_REGISTER,
      arity = "0",
      description = "autoRegister: let in chargers that are not listed.")
  private void autoRegister(boolean value) {
    flags.add(new Flag(AUTO_REGISTER, "autoRegister", Boolean.toString(value)));
  }

  private void set(String flag, String value) {
    flags.add(new Flag(flag, PATHS.get(flag), value));
  }

  /**
   * Takes words that leave nothing to be explained: flags from above, each once, and their values.
   *
   * @return whether these words are such; if not, this is of no use any more
   */
  boolean takes(List<String> words) {
    Set<String> taken = new HashSet<>();
    Iterator<String> rest = words.stream().flatMap(SettingsOptions::parts).iterator();
    while (rest.hasNext()) {
      String flag = rest.next();
      boolean once = taken.add(flag);
      if (flag.equals(AUTO_REGISTER) && once) {
        autoRegister(true);
      } else if (!once || !takes(flag, rest)) {
        return false;
      }
    }
    return true;
  }

  /** {@code --flag=value} is the same as {@code --flag value}. */
  private static Stream<String> parts(String word) {
    return word.startsWith("--") ? Stream.of(word.split("=", 2)) : Stream.of(word);
  }

  private boolean takes(String flag, Iterator<String> rest) {
    boolean known = flag.equals(CONFIG) || PATHS.containsKey(flag);
    String value = known && rest.hasNext() ? rest.next() : "";
    if (value.isEmpty() || value.startsWith("-") || value.startsWith("@")) {
      return false;
    }
    if (flag.equals(CONFIG)) {
      config = Path.of(value);
    } else {
      set(flag, value);
    }
    return true;
  }

  Optional<Path> file(Map<String, String> environment) {
    return Optional.ofNullable(config)
        .or(
            () ->
                Optional.ofNullable(environment.get(CONFIG_VARIABLE))
                    .filter(path -> !path.isEmpty())
                    .map(Path::of));
  }

  /**
   * For commands that ask the running bridge: they need no CSMS, so none has to be named where
   * there is no file.
   */
  ConfigLoader.Loaded loadToAsk(Map<String, String> environment) {
    boolean named =
        file(environment).isPresent()
            || flags.stream().anyMatch(flag -> flag.path().startsWith("targets."))
            || environment.keySet().stream().anyMatch(key -> key.startsWith("BRIDGE_TARGETS"));
    if (!named) {
      csms("ws://localhost/nobody");
    }
    return load(environment);
  }

  ConfigLoader.Loaded load(Map<String, String> environment) {
    return ConfigLoader.load(file(environment), environment, flags);
  }
}
