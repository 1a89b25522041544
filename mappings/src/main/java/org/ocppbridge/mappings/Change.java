package org.ocppbridge.mappings;

import java.time.Instant;

/**
 * All that can ever change in what is known of a charger. Data alone, so that a store can keep it.
 */
public sealed interface Change
    permits Change.VersionSeen,
        Change.AddressLearnt,
        Change.WakeUp,
        Change.WakeUpOver,
        RegistrationChange,
        ConnectorChange,
        TransactionChange,
        CommandChange,
        SettingChange,
        PlaceChange,
        EventChange,
        NameChange,
        ModelChange,
        ProfileChange,
        OrderChange,
        AccessChange,
        SecurityLog.Logged,
        Startup.Booted,
        ClockStepped {

  /** The state after this change. */
  ChargerState applyTo(ChargerState state);

  /** A request came in this version. */
  record VersionSeen(SoapVersion version) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(version);
    }
  }

  /** The charger said where it can be called, and that can be used. */
  record AddressLearnt(Contact contact) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(contact);
    }
  }

  /**
   * The mapping wants to be called at this time; replaces an earlier wake-up for the same reason.
   */
  record WakeUp(String reason, Instant at) implements Change {
    private static final int MAX = 1000;

    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(Copies.with(s.wakeUps(), reason, at, MAX));
    }
  }

  /** A wake-up has done its work or is no longer wanted. */
  record WakeUpOver(String reason) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(Copies.without(s.wakeUps(), reason));
    }
  }
}
