package org.ocppbridge.adapter.program;

import java.nio.file.Path;
import java.util.Optional;
import org.ocppbridge.adapter.config.ConfigLoader;

/**
 * What is kept besides the store, and where the settings come from.
 *
 * @param folder for the hash of the admin token, the pins of chargers, the audit log and the
 *     ledger; empty: nothing outlives the process
 * @param settings as they were read, so that they can be read again; empty: they stay
 */
public record Kept(Optional<Path> folder, Optional<ConfigLoader.Loaded> settings) {

  /** Nothing is. */
  public static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty());
}
