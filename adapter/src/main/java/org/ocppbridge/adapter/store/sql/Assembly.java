package org.ocppbridge.adapter.store.sql;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ocppbridge.adapter.store.sql.Shelves.Counters;
import org.ocppbridge.adapter.store.sql.Shelves.Head;
import org.ocppbridge.adapter.store.sql.Shelves.Model;
import org.ocppbridge.adapter.store.sql.Shelves.Monitoring;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Connectors;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.Events;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.Names;
import org.ocppbridge.mappings.Orders;
import org.ocppbridge.mappings.Places;
import org.ocppbridge.mappings.Profiles;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.Settings;
import org.ocppbridge.mappings.Startup;
import org.ocppbridge.mappings.Station;
import org.ocppbridge.mappings.Tokens;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.Transactions;

/** Puts a charger's state together from its pieces, the reverse of {@link Shelves}. */
final class Assembly {
  private final Map<String, Map<String, String>> shelves = new HashMap<>();

  /** Adds a piece. Those of a kind come oldest first. */
  void add(String kind, String item, String body) {
    shelves.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(item, body);
  }

  /**
   * The state; what is missing is as in a blank one.
   *
   * @throws Codec.Unreadable if a piece is not what it should be
   */
  ChargerState state(ChargerId id) {
    ChargerState blank = Shelves.blank(id);
    Head head = document("head", Head.class, new Head(blank.version(), blank.contact()));
    return new ChargerState(
        id,
        head.version(),
        head.contact(),
        document("registration", Registration.class, blank.registration()),
        new Connectors(sorted("connector", Connectors.Connector.class)),
        transactions(),
        new Tokens(map("token", item -> item, Tokens.Token.class)),
        document("commands", Commands.class, blank.commands()),
        document("jobs", Jobs.class, blank.jobs()),
        document("settings", Settings.class, blank.settings()),
        station(blank.station()),
        map("wake-up", item -> item, Instant.class));
  }

  private Transactions transactions() {
    return new Transactions(
        document("counters", Counters.class, new Counters(0)).lastTransaction(),
        sorted("tx", Transaction.class),
        map("must-stop", Integer::valueOf, Integer.class),
        List.copyOf(map(Shelves.SEEN, Long::valueOf, Boolean.class).keySet()));
  }

  private Station station(Station blank) {
    return new Station(
        document("places", Places.class, blank.places()),
        new Events(map("event", Integer::valueOf, Events.Progress.class)),
        new Names(map("name", item -> item, Names.Name.class)),
        model(blank.model()),
        new Profiles(map("profile", Integer::valueOf, Profiles.Profile.class)),
        document("orders", Orders.class, blank.orders()),
        document("startup", Startup.class, blank.startup()));
  }

  private DeviceModel model(DeviceModel blank) {
    Model model = document("model", Model.class, Model.of(blank));
    Monitoring monitoring =
        document("monitoring", Monitoring.class, Monitoring.of(blank.monitors()));
    return new DeviceModel(
        map("key", item -> item, DeviceModel.Key.class),
        model.keysAt(),
        model.own(),
        new Monitors(
            map("monitor", Integer::valueOf, Monitors.Monitor.class),
            monitoring.lastId(),
            monitoring.base(),
            monitoring.level()),
        model.networkProfiles());
  }

  private <T> T document(String item, Class<T> type, T missing) {
    String body = shelves.getOrDefault(Shelves.STATE, Map.of()).get(item);
    return body == null ? missing : Codec.read(body, type);
  }

  private <V> SortedMap<Integer, V> sorted(String kind, Class<V> type) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map(kind, Integer::valueOf, type)));
  }

  private <K, V> Map<K, V> map(String kind, Function<String, K> key, Class<V> type) {
    Map<K, V> map = new LinkedHashMap<>();
    shelves
        .getOrDefault(kind, Map.of())
        .forEach((item, body) -> map.put(key.apply(item), Codec.read(body, type)));
    return Collections.unmodifiableMap(map);
  }
}
