package org.ocppbridge.adapter;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.console.BridgeStatus;
import org.ocppbridge.adapter.console.ChargerStatus;
import org.ocppbridge.adapter.console.DeadLetterStatus;
import org.ocppbridge.adapter.console.LinkStatus;
import org.ocppbridge.adapter.csms.Counters;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.diagnosis.Diagnoses;
import org.ocppbridge.adapter.diagnosis.Diagnosis;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.RegistrationStatus;

/** Makes what an operator sees of the bridge and its chargers. */
final class Statuses {
  private Statuses() {}

  static BridgeStatus of(
      List<Charger> chargers,
      CsmsLinks links,
      Doorkeeper door,
      Diagnoses diagnoses,
      List<String> warnings) {
    Counters counters = links.counters();
    return new BridgeStatus(
        new LinkStatus(
            links.openLinks(),
            counters.lateAnswers(),
            counters.unreadableFrames(),
            counters.repeatedCalls()),
        chargers.stream().map(charger -> of(charger, door, diagnoses)).toList(),
        warnings);
  }

  static ChargerStatus of(Charger charger, Doorkeeper door, Diagnoses diagnoses) {
    ChargerState state = charger.session().state();
    LearntAddress address = charger.address();
    Store.DeadLetters letters = charger.session().deadLetters();
    int waiting = charger.session().depth() + charger.session().courier().othersWaiting();
    return new ChargerStatus(
        charger.id().value(),
        state.version().label(),
        charger.lastHeard(),
        address.get().map(URI::toString).orElse(null),
        address.problem(),
        charger.route().targetName(),
        charger.route().target().protocol().subprotocol(),
        charger.link().state().name(),
        charger.link().trouble(),
        state.registration().status().map(RegistrationStatus::wire).orElse(""),
        openTransactions(state),
        waiting,
        charger.session().courier().dropped(),
        letters.kept().stream().map(Statuses::of).toList(),
        letters.older(),
        door.leg(charger.id()),
        warnings(diagnoses.of(charger.id()), address, letters),
        door.alarms(charger.id()));
  }

  private static List<String> warnings(
      List<Diagnosis> mistakes, LearntAddress address, Store.DeadLetters letters) {
    Stream<String> addresses =
        address.mistake().isPresent() ? Stream.of() : address.warnings().stream();
    Stream<String> dropped =
        letters.dropped() == 0
            ? Stream.of()
            : Stream.of(letters.dropped() + " dead letters were dropped, too many or too old");
    return Stream.of(mistakes.stream().map(Diagnosis::sentence), addresses, dropped)
        .flatMap(words -> words)
        .toList();
  }

  static DeadLetterStatus of(Store.DeadLetter letter) {
    Message message = letter.queued().message();
    return new DeadLetterStatus(
        letter.number(),
        letter.parkedAt(),
        message.action(),
        letter.reason(),
        message.payload().toString());
  }

  private static List<Integer> openTransactions(ChargerState state) {
    return state.transactions().open().map(Transaction::id).toList();
  }
}
