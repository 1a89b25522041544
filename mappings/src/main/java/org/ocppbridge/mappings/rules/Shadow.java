package org.ocppbridge.mappings.rules;

import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.SettingChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConfigurationStatus;

/** What a 1.2 charger took is remembered, for it cannot be asked for it (MR B8). */
public final class Shadow {

  private Shadow() {}

  /** What to note of the answer to a ChangeConfiguration. */
  public static List<Change> of(
      String key, String value, ConfigurationStatus status, ChargerView view) {
    return taken(status) && view.state().version() == SoapVersion.V12
        ? List.of(new SettingChange.Shadowed(key, value))
        : List.of();
  }

  /** Whether the charger has taken the value, if only for after its next boot. */
  public static boolean taken(ConfigurationStatus status) {
    return status == ConfigurationStatus.ACCEPTED || status == ConfigurationStatus.REBOOT_REQUIRED;
  }
}
