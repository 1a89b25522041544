package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.ocppbridge.mappings.Monitors.Monitor;

/** Changes of a charger's device model. */
public sealed interface ModelChange extends Change {

  /** The model after the change. */
  DeviceModel changed(DeviceModel model);

  @Override
  default ChargerState applyTo(ChargerState s) {
    return s.with(s.station().with(changed(s.station().model())));
  }

  /** The charger said, or took, the value of a key. */
  record KeyKnown(String key, DeviceModel.Key value) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.key(key, value);
    }
  }

  /** The charger said that it has no such key. */
  record KeyUnknown(String key) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.noKey(key);
    }
  }

  /** The charger told all its keys. */
  record KeysRead(Map<String, DeviceModel.Key> keys, Instant at) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.allRead(keys, at);
    }
  }

  /** A variable of the bridge's own got a value. */
  record OwnSet(String path, String value) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.own(path, value);
    }
  }

  /** The CSMS set a monitor, or one was told. */
  record MonitorSet(int id, Monitor monitor) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.with(model.monitors().with(id, monitor));
    }
  }

  /** The CSMS cleared a monitor. */
  record MonitorCleared(int id) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.with(model.monitors().without(id));
    }
  }

  /** The CSMS chose a monitoring base. */
  record MonitoringBase(String base) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.with(model.monitors().base(base));
    }
  }

  /** The CSMS chose how severe an event must be to be told. */
  record MonitoringLevel(int level) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.with(model.monitors().level(level));
    }
  }

  /** The CSMS gave a way to reach a CSMS. */
  record NetworkProfileSet(int slot, ObjectNode connectionData) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.networkProfile(slot, connectionData);
    }
  }

  /** A way to reach a CSMS is not used any more. */
  record NetworkProfileGone(int slot) implements ModelChange {
    @Override
    public DeviceModel changed(DeviceModel model) {
      return model.noNetworkProfile(slot);
    }
  }
}
