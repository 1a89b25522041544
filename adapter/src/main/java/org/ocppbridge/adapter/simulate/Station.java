package org.ocppbridge.adapter.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ocppbridge.adapter.witness.Xml;

/**
 * The memory of a simulated charger: connectors, configuration, local list, profiles. Everything
 * goes through {@link #with}.
 */
final class Station {

  /** Configuration keys that cannot be changed. */
  static final List<String> READ_ONLY = List.of("NumberOfConnectors", "SupportedFeatureProfiles");

  /** A charging profile and the connector it is for. */
  record Profile(int connector, Xml profile) {}

  final List<Connector> connectors;
  final Map<String, String> configuration = new TreeMap<>();
  final List<Profile> profiles = new ArrayList<>();
  int localListVersion;
  String diagnosticsStatus = "Idle";
  String firmwareStatus = "Idle";
  private final Object lock = new Object();

  Station(int connectorCount, RandomGenerator random) {
    connectors =
        IntStream.rangeClosed(1, connectorCount)
            .mapToObj(number -> new Connector(number, random))
            .toList();
    configuration.put("NumberOfConnectors", Integer.toString(connectorCount));
    configuration.put(
        "SupportedFeatureProfiles",
        "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger");
    configuration.put("HeartBeatInterval", "60");
    configuration.put("HeartbeatInterval", "60");
    configuration.put("MeterValueSampleInterval", "60");
    configuration.put("ConnectionTimeOut", "120");
    configuration.put("AuthorizeRemoteTxRequests", "true");
  }

  /** Works on the memory while nobody else does; nothing slow may be done inside. */
  <T> T with(Function<Station, T> work) {
    synchronized (lock) {
      return work.apply(this);
    }
  }

  Optional<Connector> connector(int number) {
    return number >= 1 && number <= connectors.size()
        ? Optional.of(connectors.get(number - 1))
        : Optional.empty();
  }

  /** The connector whose transaction has this id. */
  Optional<Connector> ofTransaction(int id) {
    return connectors.stream()
        .filter(connector -> connector.transaction().stream().anyMatch(own -> own == id))
        .findFirst();
  }

  /** Numbers of the connectors with a transaction. */
  List<Integer> charging() {
    return connectors.stream()
        .filter(connector -> connector.transaction().isPresent())
        .map(Connector::number)
        .toList();
  }
}
