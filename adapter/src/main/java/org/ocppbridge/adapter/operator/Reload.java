package org.ocppbridge.adapter.operator;

import java.util.List;
import java.util.function.Consumer;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.config.ConfigLoader.Loaded;
import org.ocppbridge.adapter.console.Reloading;
import org.ocppbridge.adapter.fleet.Moves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again and brings them into force while the bridge runs: checked whole first,
 * then all of them or none.
 */
public final class Reload implements Reloading {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final Consumer<Loaded> check;
  private final Consumer<Loaded> apply;
  private final Moves moves;
  private Loaded now;

  /**
   * Nothing is read so far.
   *
   * @param now the settings in force
   * @param check throws if settings cannot be brought into force, and changes nothing
   * @param apply brings them into force
   */
  public Reload(Loaded now, Consumer<Loaded> check, Consumer<Loaded> apply, Moves moves) {
    this.now = now;
    this.check = check;
    this.apply = apply;
    this.moves = moves;
  }

  @Override
  public synchronized Outcome reload(boolean atOnce) {
    try {
      Loaded next = now.again().get();
      List<String> fixed = now.needingRestart(next);
      if (!fixed.isEmpty()) {
        throw new ConfigException(
            fixed.stream().map(key -> key + ": has changed, which needs a restart").toList());
      }
      check.accept(next);
      apply.accept(next);
      now = next;
      int touched = moves.begin(atOnce);
      List<String> waiting = moves.left().stream().map(Object::toString).toList();
      LOG.info(
          "other settings are in force; {} chargers are touched, {} of them finish first what they"
              + " began",
          touched,
          waiting.size());
      next.notes().forEach(note -> LOG.warn("{}", note));
      return new Outcome(List.of(), touched, waiting, next.notes());
    } catch (ConfigException e) {
      e.problems().forEach(problem -> LOG.error("the settings stay as they are: {}", problem));
      return new Outcome(e.problems(), 0, List.of(), List.of());
    } catch (RuntimeException e) {
      LOG.error("the settings stay as they are", e);
      return new Outcome(List.of(String.valueOf(e.getMessage())), 0, List.of(), List.of());
    }
  }

  /** Reads the settings, for what looks at files by itself. */
  public synchronized Loaded again() {
    return now.again().get();
  }
}
