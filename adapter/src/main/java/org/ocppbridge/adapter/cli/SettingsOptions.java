package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Flag;
import picocli.CommandLine.Option;

/** The settings as flags, for {@code run} and {@code check}. A flag beats environment and file. */
final class SettingsOptions {

  private static final String CONFIG_VARIABLE = "BRIDGE_CONFIG";

  private final List<Flag> flags = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings, see config/bridge.yaml; also BRIDGE_CONFIG.")
  private Path config;

  @Option(
      names = "--soap-port",
      paramLabel = "PORT",
      description = "soap.port: where chargers call.")
  private void soapPort(String value) {
    set("--soap-port", "soap.port", value);
  }

  @Option(names = "--admin-port", paramLabel = "PORT", description = "admin.port: health.")
  private void adminPort(String value) {
    set("--admin-port", "admin.port", value);
  }

  @Option(
      names = "--csms",
      paramLabel = "URL",
      description = "targets.main.url: the CSMS, ws://host:port/path; the identity is appended.")
  private void csms(String value) {
    set("--csms", "targets.main.url", value);
  }

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "targets.main.protocol: ocpp1.6 or ocpp2.0.1.")
  private void protocol(String value) {
    set("--protocol", "targets.main.protocol", value);
  }

  @Option(names = "--data", paramLabel = "DIR", description = "data: the folder for what is kept.")
  private void data(String value) {
    set("--data", "data", value);
  }

  @Option(
      names = "--auto-register",
      arity = "0",
      description = "autoRegister: let in chargers that are not listed.")
  private void autoRegister(boolean value) {
    set("--auto-register", "autoRegister", Boolean.toString(value));
  }

  private void set(String flag, String path, String value) {
    flags.add(new Flag(flag, path, value));
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
