package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.rules.LinkKeys;

/**
 * A variable of one charger: a row of the table at one place, with what is known of it now.
 *
 * @param path where it is
 */
record Placed(Definition definition, VariablePath path, ChargerView view) {

  /** Settings, and what changes always. */
  private static final Set<String> NEVER_WATCHED =
      Set.of("now", "identity", "callTimeout", "phases", "connectorType");

  DataType type() {
    return definition.type();
  }

  /** The valuesList; empty text if it has none. */
  String values() {
    return definition.measurands() ? Measurands.known(view.state().version()) : definition.values();
  }

  Optional<BigDecimal> min() {
    return definition.range().min();
  }

  Optional<BigDecimal> max() {
    String key = definition.range().maxKey();
    if (key.equals(Definition.POWER)) {
      return Optional.of(BigDecimal.valueOf(view.policy().ocpp201().hardware().power()));
    }
    return key.isEmpty()
        ? definition.range().max()
        : ChargerKeys.number(key, view).map(BigDecimal::valueOf);
  }

  /** Whether chargers of this version can have it at all. */
  boolean possible() {
    boolean always = definition.variable().equals("Available") || isProblem();
    return (always || Blocks.supported(definition.component(), view))
        && switch (definition.source()) {
          case Source.Key key -> hasKeys(key) || key.otherwise().isPresent();
          case Source.Rotation ignored -> view.state().version() == SoapVersion.V16;
          default -> true;
        };
  }

  private boolean isProblem() {
    return definition.source() instanceof Source.Made made
        && made.name().equals(Derivations.PROBLEM);
  }

  /** Whether the charger's version has the key. */
  boolean hasKeys(Source.Key key) {
    return view.state().version().compareTo(key.since()) >= 0;
  }

  /** The charger's keys that have to be known to tell its value. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    boolean none = definition.source() instanceof Source.Key key && !hasKeys(key);
    if (!none) {
      keys.addAll(definition.keys());
    }
    return keys;
  }

  /**
   * Its value as far as it is known.
   *
   * @return empty if it is not known, or the charger does not have it
   */
  Optional<String> value() {
    return switch (definition.source()) {
      case Source.Key key -> ofKey(key);
      case Source.Link link -> LinkKeys.value(link.key(), view);
      case Source.Own own -> Optional.of(own(own.byDefault()));
      case Source.Fixed fixed -> Optional.of(fixed.value());
      case Source.Made made -> Derivations.value(made.name(), path, view);
      case Source.Secret ignored -> Optional.empty();
      case Source.Rotation ignored ->
          ChargerKeys.value(Rotations.KEY, view).map(list -> Rotations.of(soapConnector(), list));
      case Source.Follows follows -> Optional.of(following(follows));
    };
  }

  /**
   * Whether it is there though nothing is known of its value: required ones, those that are not
   * measured yet (B06.FR.13), and the keys of a 1.2 charger, which cannot be asked for them.
   */
  boolean mayBeEmpty() {
    return definition.required()
        || definition.source() instanceof Source.Made
        || definition.source() instanceof Source.Key && !ChargerKeys.askable(view);
  }

  private Optional<String> ofKey(Source.Key key) {
    Optional<String> said = hasKeys(key) ? ChargerKeys.value(key.name(), view) : Optional.empty();
    return said.map(value -> Conversions.toCsms(definition, value))
        .or(() -> key.otherwise().map(otherwise -> own(otherwise.value())));
  }

  private String own(String byDefault) {
    String unset =
        byDefault.equals(Definition.TOKEN_LIFETIME)
            ? Long.toString(view.policy().tokenLifetime().toSeconds())
            : byDefault;
    return view.state().station().model().own().getOrDefault(path.toString(), unset);
  }

  private String following(Source.Follows follows) {
    boolean some =
        view.state().version().compareTo(follows.since()) >= 0
            && ChargerKeys.value(follows.list(), view).filter(list -> !list.isBlank()).isPresent();
    return some ? ChargerKeys.value(follows.interval(), view).map(String::strip).orElse("0") : "0";
  }

  /** The SOAP connector it is about; 0: the station. */
  int soapConnector() {
    return path.evse() == 0
        ? 0
        : Evse.connector(path.evse(), path.connector(), view).orElse(path.evse());
  }

  /** What the CSMS may do with it: what a charger says cannot be written, cannot be. */
  Mutability mutability() {
    return switch (definition.source()) {
      case Source.Key key when !hasKeys(key) ->
          key.otherwise().map(Source.Otherwise::mutability).orElse(definition.mutability());
      case Source.Key key -> readonly(key.name()) ? Mutability.RO : definition.mutability();
      case Source.Rotation ignored ->
          readonly(Rotations.KEY) ? Mutability.RO : definition.mutability();
      case Source.Follows follows when view.state().version().compareTo(follows.since()) < 0 ->
          Mutability.RO;
      default -> definition.mutability();
    };
  }

  private boolean readonly(String key) {
    return ChargerKeys.askable(view)
        && ChargerKeys.said(key, view).filter(DeviceModel.Key::readonly).isPresent();
  }

  /** Whether its value can change, so that a monitor makes sense. */
  boolean supportsMonitoring() {
    return switch (definition.source()) {
      case Source.Fixed ignored -> false;
      case Source.Secret ignored -> false;
      case Source.Made made -> !NEVER_WATCHED.contains(made.name());
      default -> true;
    };
  }
}
