package org.ocppbridge.adapter.operator;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.console.view.ChargerDetail;
import org.ocppbridge.adapter.console.view.ChargerDetail.Address;
import org.ocppbridge.adapter.console.view.ChargerDetail.Csms;
import org.ocppbridge.adapter.console.view.ChargerDetail.Identity;
import org.ocppbridge.adapter.console.view.ChargerDetail.Variable;
import org.ocppbridge.adapter.console.view.DeadLetterStatus;
import org.ocppbridge.adapter.console.view.FleetRow;
import org.ocppbridge.adapter.console.view.SessionView;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Contact;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.BootNotification;

/** Makes all that the operator sees of one charger. */
final class ChargerDetails {

  /** Transactions shown that are over, the last ones. */
  private static final int ENDED_SHOWN = 20;

  private static final BootNotification.Request NO_BOOT =
      new BootNotification.Request("", "", "", "", "", "", "", "", "");

  private ChargerDetails() {}

  static ChargerDetail of(Charger charger, FleetRow row) {
    ChargerSession session = charger.session();
    ChargerState state = session.state();
    Store.DeadLetters letters = session.deadLetters();
    return new ChargerDetail(
        row,
        identity(state.registration()),
        address(charger, state),
        csms(charger, state),
        transactions(state),
        variables(state),
        CapabilityTable.of(state),
        letters.kept().stream().map(ChargerDetails::letter).toList(),
        letters.older(),
        session.courier().dropped());
  }

  static DeadLetterStatus letter(Store.DeadLetter letter) {
    Message message = letter.queued().message();
    return new DeadLetterStatus(
        letter.number(),
        letter.queued().seq(),
        letter.parkedAt(),
        message.action(),
        letter.reason(),
        message.payload().toString());
  }

  private static Identity identity(Registration registration) {
    BootNotification.Request boot = registration.boot().orElse(NO_BOOT);
    return new Identity(
        text(boot.chargePointVendor()),
        text(boot.chargePointModel()),
        text(boot.chargePointSerialNumber()),
        text(boot.chargeBoxSerialNumber()),
        text(boot.firmwareVersion()),
        text(boot.iccid()),
        text(boot.imsi()),
        text(boot.meterType()),
        text(boot.meterSerialNumber()),
        registration.bootAt());
  }

  private static String text(String said) {
    return Objects.requireNonNullElse(said, "");
  }

  private static Address address(Charger charger, ChargerState state) {
    Optional<URI> usable = charger.address().get();
    Optional<URI> configured = charger.route().settings().address();
    Optional<Contact> contact = state.contact();
    return new Address(
        usable.map(URI::toString).orElse(""),
        usable.isEmpty() ? "nowhere" : usable.equals(configured) ? "settings" : "charger",
        contact.map(Contact::from).orElse(""),
        contact.map(Contact::source).orElse(""),
        charger.address().soap11(),
        charger.address().problem());
  }

  private static Csms csms(Charger charger, ChargerState state) {
    Access.Network network = state.access().network();
    return new Csms(
        charger.route().settings().csmsIdentity(),
        bare(charger.route().target().url()),
        charger.session().view().uplink().since().orElse(null),
        state.registration().intervalSeconds(),
        charger.session().view().securityProfile(),
        network.slot(),
        network.order().stream().map(Access.Profile::slot).toList());
  }

  /** Without what might be a secret. */
  private static String bare(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + text(url.getRawPath());
  }

  private static List<SessionView> transactions(ChargerState state) {
    Stream<Transaction> ended =
        state.transactions().all().values().stream()
            .filter(transaction -> !transaction.open())
            .sorted(Comparator.comparing(Transaction::endedAt).reversed())
            .limit(ENDED_SHOWN);
    return Stream.concat(state.transactions().open(), ended)
        .map(transaction -> FleetRows.session(transaction, state))
        .toList();
  }

  private static List<Variable> variables(ChargerState state) {
    DeviceModel model = state.station().model();
    Stream<Variable> said =
        model.keys().entrySet().stream()
            .map(
                key ->
                    variable(
                        key.getKey(),
                        key.getValue().value(),
                        key.getValue().readonly(),
                        "charger"));
    Stream<Variable> set =
        state.settings().shadow().entrySet().stream()
            .map(key -> variable(key.getKey(), key.getValue(), false, "csms"));
    Stream<Variable> kept =
        Stream.concat(state.settings().link().entrySet().stream(), model.own().entrySet().stream())
            .map(key -> variable(key.getKey(), key.getValue(), false, "bridge"));
    return Stream.of(said, set, kept)
        .flatMap(part -> part)
        .sorted(Comparator.comparing(Variable::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static Variable variable(String name, String value, boolean readOnly, String from) {
    return new Variable(name, SecretNames.masked(name, value), readOnly, from);
  }
}
