package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.rules.LinkKeys;
import org.ocppbridge.mappings.rules.Shadow;
import org.ocppbridge.mappings.rules.SoapOperations;

/** What to do about one variable of a SetVariables (MR B8). */
sealed interface SetPlan {

  /** Longest value a charger takes (1.6 §6.9). */
  int VALUE_MAX = 500;

  String PRIORITY = "NetworkConfigurationPriority";

  /**
   * What the CSMS is told.
   *
   * @param status an attributeStatus
   */
  record Outcome(String status, Optional<Reason> reason, String why, List<Change> changes) {

    static Outcome of(String status, List<Change> changes) {
      return new Outcome(status, Optional.empty(), "", changes);
    }

    static Outcome accepted(List<Change> changes) {
      return of("Accepted", changes);
    }

    static Outcome rejected(Reason reason, String why) {
      return new Outcome("Rejected", Optional.of(reason), why, List.of());
    }
  }

  /** The charger has no part in it. */
  record Settled(Outcome outcome) implements SetPlan {}

  /** The charger has to be asked. */
  record AtCharger(Placed variable, String key, String value, String wanted) implements SetPlan {

    /**
     * What its answer leads to.
     *
     * @param sent the value it got
     */
    Outcome answered(ConfigurationStatus status, String sent, ChargerView view) {
      return switch (status) {
        case ACCEPTED -> Outcome.accepted(taken(status, sent, view));
        case REBOOT_REQUIRED -> Outcome.of("RebootRequired", taken(status, sent, view));
        case NOT_SUPPORTED -> unsupported();
        case REJECTED -> Outcome.of("Rejected", List.of());
        case null -> Outcome.of("Rejected", List.of());
      };
    }

    private List<Change> taken(ConfigurationStatus status, String sent, ChargerView view) {
      List<Change> changes = new ArrayList<>(Shadow.of(key, sent, status, view));
      if (ChargerKeys.askable(view) && status == ConfigurationStatus.ACCEPTED) {
        DeviceModel.Key known = new DeviceModel.Key(sent, false, view.now());
        changes.add(new ModelChange.KeyKnown(key, known));
      }
      if (variable.definition().source() instanceof Source.Key source && source.both()) {
        changes.add(new ModelChange.OwnSet(variable.path().toString(), wanted));
      }
      return changes;
    }

    private Outcome unsupported() {
      return variable.definition().required()
          ? Outcome.rejected(Reason.UNSUPPORTED_PARAM, "the charger has no key " + key)
          : Outcome.of("UnknownVariable", List.of(new ModelChange.KeyUnknown(key)));
    }

    /** What it leads to that the charger could not be asked. */
    Outcome failed(ChargerFailed fault) {
      List<Change> changes =
          fault.why() == Why.NOT_SUPPORTED
              ? List.of(new CommandChange.Unsupported(ChangeConfiguration.FROM_CSMS.name()))
              : List.of();
      return new Outcome(
          "Rejected", Optional.of(Reason.INTERNAL_ERROR), fault.getMessage(), changes);
    }
  }

  /** Keys whose present value decides what is written. */
  static Set<String> neededFirst(Placed variable) {
    return switch (variable.definition().source()) {
      case Source.Key key when variable.definition().measurands() && variable.hasKeys(key) ->
          Set.of(key.name(), key.name() + "MaxLength");
      case Source.Rotation ignored -> variable.keys();
      case Source.Follows ignored -> variable.keys();
      default -> Set.of();
    };
  }

  /** Decides about one item. */
  static SetPlan of(SetVariables201.Item item, Fetch.Result fetched, ChargerView view) {
    return switch (Variables.find(item.component(), item.variable(), view)) {
      case Variables.Found.NoComponent ignored -> settled("UnknownComponent");
      case Variables.Found.NoVariable ignored -> settled("UnknownVariable");
      case Variables.Found.Variable(Placed variable) ->
          AttributeType.actual(item.attributeType())
              ? of(variable, item.attributeValue(), fetched, view)
              : settled("NotSupportedAttributeType");
    };
  }

  private static SetPlan of(Placed variable, String given, Fetch.Result fetched, ChargerView view) {
    if (variable.mutability() == Mutability.RO) {
      return rejected(Reason.READ_ONLY, "it cannot be set");
    }
    String value = normal(variable.type(), given);
    Optional<Check.Fault> fault = Check.fault(variable, value);
    if (fault.isPresent()) {
      return rejected(fault.get().reason(), fault.get().why());
    }
    if (neededFirst(variable).stream().anyMatch(fetched.failed()::contains)) {
      return rejected(Reason.INTERNAL_ERROR, fetched.why());
    }
    return switch (variable.definition().source()) {
      case Source.Key key when variable.hasKeys(key) -> ofKey(variable, key, value, view);
      case Source.Key ignored -> own(variable, value);
      case Source.Own ignored -> ofOwn(variable, value, view);
      case Source.Link link -> ofLink(link.key(), value, view);
      case Source.Rotation ignored -> ofRotation(variable, value, view);
      case Source.Follows ignored -> ofFollows(variable, value, view);
      case Source.Secret ignored -> ofPassword(value, view);
      case Source.Fixed ignored -> rejected(Reason.READ_ONLY, "it never changes");
      case Source.Made ignored -> rejected(Reason.READ_ONLY, "it is derived");
    };
  }

  /** As 2.0.1 writes it. */
  private static String normal(DataType type, String given) {
    return switch (type) {
      case BOOLEAN -> given.strip().toLowerCase(Locale.ROOT);
      case INTEGER, DECIMAL -> given.strip();
      case MEMBER_LIST, SEQUENCE_LIST -> String.join(",", Conversions.items(given));
      case STRING, OPTION_LIST, DATE_TIME -> given;
    };
  }

  private static SetPlan ofKey(Placed variable, Source.Key key, String value, ChargerView view) {
    String current = ChargerKeys.value(key.name(), view).orElse("");
    String sent = Conversions.toCharger(variable.definition(), value, current);
    Optional<Integer> most = ChargerKeys.number(key.name() + "MaxLength", view);
    if (variable.definition().measurands()
        && most.filter(max -> Conversions.items(sent).size() > max).isPresent()) {
      return rejected(
          Reason.VALUE_OUT_OF_RANGE, "the charger takes no more than " + most.get() + " items");
    }
    return atCharger(variable, key.name(), sent, value, view);
  }

  private static SetPlan atCharger(
      Placed variable, String key, String sent, String wanted, ChargerView view) {
    if (!SoapOperations.has(view.state(), ChangeConfiguration.FROM_CSMS)) {
      return rejected(Reason.UNSUPPORTED_REQUEST, "the charger has no ChangeConfiguration");
    }
    return Limits.fits(sent, VALUE_MAX)
        ? new AtCharger(variable, key, sent, wanted)
        : rejected(Reason.INVALID_VALUE, "longer than " + VALUE_MAX + " characters");
  }

  private static SetPlan ofOwn(Placed variable, String value, ChargerView view) {
    return variable.path().variable().equals(PRIORITY)
            && !SetNetworkProfile201.usable(Conversions.items(value), view)
        ? rejected(
            Reason.INVALID_CONF_SLOT, "a slot has no network profile that can be used (B10.FR.02)")
        : own(variable, value);
  }

  private static SetPlan own(Placed variable, String value) {
    return new Settled(
        Outcome.accepted(List.of(new ModelChange.OwnSet(variable.path().toString(), value))));
  }

  /** A password that cannot be kept would lock the charger out with the next restart. */
  private static SetPlan ofPassword(String value, ChargerView view) {
    return view.uplink()
        .security()
        .seal(value)
        .<SetPlan>map(
            hidden ->
                new Settled(Outcome.accepted(List.of(new AccessChange.PasswordGiven(hidden)))))
        .orElseGet(() -> rejected(Reason.NOT_ENABLED, "the bridge has no key to keep it secret"));
  }

  private static SetPlan ofLink(String key, String value, ChargerView view) {
    LinkKeys.Outcome outcome = LinkKeys.set(key, value, view);
    return outcome.status() == ConfigurationStatus.ACCEPTED
        ? new Settled(Outcome.accepted(outcome.changes()))
        : rejected(Reason.INVALID_VALUE, "not a value for the connection");
  }

  private static SetPlan ofRotation(Placed variable, String value, ChargerView view) {
    if (!Rotations.valid(value)) {
      return rejected(Reason.INVALID_VALUE, "1.6 knows the three phases in any order, or nothing");
    }
    String list = ChargerKeys.value(Rotations.KEY, view).orElse("");
    String sent = Rotations.with(variable.soapConnector(), value, list);
    return atCharger(variable, Rotations.KEY, sent, value, view);
  }

  private static SetPlan ofFollows(Placed variable, String value, ChargerView view) {
    Source.Follows follows = (Source.Follows) variable.definition().source();
    boolean one =
        value.equals("0")
            || ChargerKeys.value(follows.interval(), view)
                .filter(interval -> interval.strip().equals(value))
                .isPresent();
    return one
        ? new Settled(Outcome.accepted(List.of()))
        : rejected(Reason.INVALID_VALUE, "the charger has one interval for both: 0 or the other's");
  }

  private static SetPlan settled(String status) {
    return new Settled(Outcome.of(status, List.of()));
  }

  private static SetPlan rejected(Reason reason, String why) {
    return new Settled(Outcome.rejected(reason, why));
  }
}
