package org.ocppbridge.adapter.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the settings: flag before environment before file before default. */
public final class ConfigLoader {

  /**
   * Keys that are no more, by pattern, and what to do instead. A key that goes comes here, so that
   * no file is ever obeyed in part.
   */
  private static final Map<String, String> RETIRED = Map.of();

  private ConfigLoader() {}

  /**
   * Settings that can be used.
   *
   * @param config all settings
   * @param notes what people should know though it stops nothing, one line each
   * @param set what was said
   * @param again reads and checks them once more
   */
  public record Loaded(
      BridgeConfig config, List<String> notes, SetKeys set, Supplier<Loaded> again) {
    public Loaded {
      notes = List.copyOf(notes);
    }

    /** The settings, by pattern, that are others in {@code next} and need a restart. */
    public List<String> needingRestart(Loaded next) {
      return set.differences(next.set()).stream().filter(key -> !Live.is(key)).toList();
    }
  }

  /**
   * Reads and checks all settings.
   *
   * @param file the YAML file; empty: none
   * @param environment all environment variables; those that do not begin with {@code BRIDGE_} are
   *     ignored
   * @param flags settings of the command line
   * @throws ConfigException if anything is wrong
   */
  public static Loaded load(
      Optional<Path> file, Map<String, String> environment, List<Flag> flags) {
    List<Flag> same = List.copyOf(flags);
    Node tree =
        file.map(path -> YamlNodes.file(Normaliser.read(path), path.toString()))
            .orElse(new Node.Nothing(""));
    Path folder = file.map(path -> path.toAbsolutePath().getParent()).orElse(Path.of(""));
    Loaded loaded = load(tree, folder, environment, same, RETIRED);
    return new Loaded(
        loaded.config(), loaded.notes(), loaded.set(), () -> load(file, environment, same));
  }

  /**
   * Settings from YAML text alone, for tests and programs.
   *
   * @throws ConfigException if anything is wrong
   */
  public static BridgeConfig parse(String yaml) {
    return load(YamlNodes.file(yaml, "text"), Path.of(""), Map.of(), List.of(), RETIRED).config();
  }

  static Loaded load(
      Node tree,
      Path folder,
      Map<String, String> environment,
      List<Flag> flags,
      Map<String, String> retired) {
    Schema schema = Schema.ofBridge();
    Problems problems = new Problems();
    SetKeys setKeys = new SetKeys();
    Node.Mapping root = root(tree, problems);
    Overlay overlay = new Overlay(root, schema, problems);
    overlay.environment(environment);
    overlay.flags(flags);
    Node.Mapping clean = new Normaliser(schema, retired, folder, problems, setKeys).root(root);
    BridgeConfig config = ConfigReader.read(Section.of(clean, problems));
    problems.stopIfAny();
    config.soap().tls().map(SoapTls::old).map(SoapTls.Old::protocols).ifPresent(OldTls::permit);
    new ConfigRules(config, setKeys, problems).check();
    problems.stopIfAny();
    return new Loaded(
        config, Notes.of(config), setKeys, () -> load(tree, folder, environment, flags, retired));
  }

  private static Node.Mapping root(Node tree, Problems problems) {
    return switch (tree) {
      case Node.Mapping keys -> keys;
      case Node.Nothing nothing -> Node.Mapping.empty(nothing.place());
      default -> {
        problems.add(tree.place(), "no settings: keys are expected", "");
        yield Node.Mapping.empty("");
      }
    };
  }
}
