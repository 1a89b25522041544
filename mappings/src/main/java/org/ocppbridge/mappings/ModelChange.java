package org.ocppbridge.mappings;

import java.time.Instant;

/** Changes of a charger's device model. */
public sealed interface ModelChange extends Change {

  /** The charger said, or took, the value of a key. */
  record KeyKnown(String key, DeviceModel.Key value) implements ModelChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().model().key(key, value)));
    }
  }

  /** The charger told all its keys. */
  record KeysRead(Instant at) implements ModelChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().model().allRead(at)));
    }
  }

  /** The CSMS set a variable of the bridge's own. */
  record OwnSet(String path, String value) implements ModelChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().model().own(path, value)));
    }
  }
}
