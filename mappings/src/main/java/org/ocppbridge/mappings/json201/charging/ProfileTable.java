package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ProfileChange;
import org.ocppbridge.mappings.Profiles;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;

/** The charging profiles a charger has, which it cannot be asked for. */
final class ProfileTable {

  /** A profile in the table. */
  record Entry(int id, int evseId, ObjectNode profile) {

    boolean is(Purpose purpose) {
      return profile.path("chargingProfilePurpose").asText().equals(purpose.wire());
    }

    int stackLevel() {
      return profile.path("stackLevel").asInt();
    }

    String transactionId() {
      return profile.path("transactionId").asText();
    }
  }

  /** Stands for the id of a transaction that has not begun; behind it is the remoteStartId. */
  private static final String WAITS = "remoteStart/";

  private ProfileTable() {}

  /** All that hold now: a TxProfile ends with its transaction (K01). */
  static Stream<Entry> current(ChargerView view) {
    return all(view).filter(entry -> !waits(entry) && !over(entry, view));
  }

  private static boolean waits(Entry entry) {
    return entry.transactionId().startsWith(WAITS);
  }

  private static Stream<Entry> all(ChargerView view) {
    Profiles profiles = view.state().station().profiles();
    return profiles.all().entrySet().stream()
        .map(e -> new Entry(e.getKey(), e.getValue().evseId(), e.getValue().chargingProfile()));
  }

  private static boolean over(Entry entry, ChargerView view) {
    if (waits(entry)) {
      return view.state().commands().remoteStarts().values().stream()
          .filter(start -> view.now().isBefore(start.until()))
          .flatMap(start -> start.remoteStartId().stream())
          .noneMatch(id -> entry.transactionId().equals(WAITS + id));
    }
    return entry.is(Purpose.TX)
        && view.state()
            .transactions()
            .ofCsms(entry.transactionId())
            .filter(Transaction::open)
            .isEmpty();
  }

  /**
   * Whether a default profile would replace another one at the charger that 2.0.1 lets stand: one
   * is for the whole station, the other for an EVSE.
   */
  static boolean duplicate(Candidate c) {
    return c.is(Purpose.TX_DEFAULT)
        && current(c.view())
            .anyMatch(
                e ->
                    e.is(Purpose.TX_DEFAULT)
                        && e.id() != c.profile().id()
                        && e.stackLevel() == c.profile().stackLevel()
                        && (e.evseId() == 0) != (c.evseId() == 0));
  }

  /**
   * Notes a profile that the charger took. It replaces the one with its id, and, as 1.6 §3.13.2 has
   * it, one of the same purpose and stack level.
   */
  static List<Change> taken(Profile201 profile, int evseId, ChargerView view) {
    Predicate<Entry> replaced =
        e ->
            e.evseId() == evseId
                && e.is(profile.chargingProfilePurpose())
                && e.stackLevel() == profile.stackLevel();
    List<Change> changes = new ArrayList<>(over(replaced.or(e -> over(e, view)), view));
    changes.add(
        new ProfileChange.Taken(profile.id(), new Profiles.Profile(evseId, Json.tree(profile))));
    return changes;
  }

  /** Notes that profiles are gone. */
  static List<Change> over(Predicate<Entry> gone, ChargerView view) {
    return all(view).filter(gone).map(e -> (Change) new ProfileChange.Over(e.id())).toList();
  }

  /** Notes the profile of a transaction that a charger is asked to start. */
  static List<Change> waits(Profile201 profile, int remoteStartId, ChargerView view) {
    List<Change> changes = new ArrayList<>(over(e -> over(e, view), view));
    ObjectNode waiting = Json.tree(profile.forTransaction(WAITS + remoteStartId));
    changes.add(new ProfileChange.Taken(profile.id(), new Profiles.Profile(0, waiting)));
    return changes;
  }

  /** Notes that this transaction began. */
  static List<Change> begun(int remoteStartId, int evseId, String csmsId, ChargerView view) {
    return all(view)
        .filter(e -> e.transactionId().equals(WAITS + remoteStartId))
        .map(
            e ->
                (Change)
                    new ProfileChange.Taken(
                        e.id(),
                        new Profiles.Profile(
                            evseId, e.profile().deepCopy().put("transactionId", csmsId))))
        .toList();
  }
}
