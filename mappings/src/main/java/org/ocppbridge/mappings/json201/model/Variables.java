package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.HardWired.Tier;
import org.ocppbridge.mappings.json201.model.Definition.Range;
import org.ocppbridge.mappings.rules.LinkKeys;

/** The variables of one charger: the rows of the table at all their places, and vendor keys. */
final class Variables {

  /** Longest name of a component or variable. */
  private static final int NAME_MAX = 50;

  /** What cannot stand in an identifierString (2.0.1 part 2 §1.5). */
  private static final String NOT_IDENTIFIER = "[^A-Za-z0-9*\\-_=:+|@.]";

  private Variables() {}

  /** All that chargers of this version can have, in the order of the table. */
  static List<Placed> possible(ChargerView view) {
    List<Placed> all = new ArrayList<>();
    for (Definition row : VariableTable.ROWS) {
      paths(row, view)
          .map(path -> new Placed(row, path, view))
          .filter(Placed::possible)
          .forEach(all::add);
    }
    all.addAll(vendorKeys(view));
    return all;
  }

  /** All that this charger is known to have: required ones, and those with a value. */
  static List<Placed> present(ChargerView view) {
    return possible(view).stream()
        .filter(v -> v.definition().required() || v.value().isPresent() || unseen(v, view))
        .sorted(Comparator.comparing(v -> v.path().component()))
        .toList();
  }

  /** 1.2 has no way to tell which keys it has; the standard ones count as there. */
  private static boolean unseen(Placed variable, ChargerView view) {
    return view.state().version() == SoapVersion.V12
        && variable.definition().source() instanceof Source.Key;
  }

  private static Stream<VariablePath> paths(Definition row, ChargerView view) {
    return switch (row.tier()) {
      case STATION -> Stream.of(path(row, 0, 0));
      case EVSE -> IntStream.rangeClosed(1, Evse.evses(view)).mapToObj(e -> path(row, e, 0));
      case CONNECTOR ->
          IntStream.rangeClosed(1, Evse.evses(view))
              .boxed()
              .flatMap(
                  e ->
                      Evse.connectors(e, view).stream()
                          .map(n -> path(row, e, Evse.of(n, view).connectorId())));
    };
  }

  private static VariablePath path(Definition row, int evse, int connector) {
    return new VariablePath(row.component(), evse, connector, row.variable(), row.instance());
  }

  /** The charger's keys that are no standard ones (MR C2). */
  private static List<Placed> vendorKeys(ChargerView view) {
    if (!ChargerKeys.askable(view)) {
      return List.of();
    }
    Map<String, Placed> all = new LinkedHashMap<>();
    for (String key : view.state().station().model().keys().keySet()) {
      if (VariableTable.standardKey(key).isEmpty() && !LinkKeys.owns(key)) {
        Placed placed = vendorKey(key, view);
        all.putIfAbsent(placed.path().variable().toLowerCase(Locale.ROOT), placed);
      }
    }
    return List.copyOf(all.values());
  }

  private static Placed vendorKey(String key, ChargerView view) {
    String name = key.strip().replaceAll(NOT_IDENTIFIER, "_");
    Definition row =
        new Definition(
            Tier.STATION,
            VariableTable.LEGACY,
            name,
            "",
            false,
            DataType.STRING,
            "",
            Mutability.RW,
            Range.NONE,
            "",
            new Source.Key(key, SoapVersion.V15, false, Optional.empty()));
    return new Placed(row, path(row, 0, 0), view);
  }

  /** What became of looking a variable up. */
  sealed interface Found {
    /** It is there. */
    record Variable(Placed placed) implements Found {}

    /** There is no such component at this place. */
    record NoComponent() implements Found {}

    /** The component has no such variable. */
    record NoVariable() implements Found {}
  }

  /** Finds one; letter case does not matter (2.0.1 part 2, ComponentType and VariableType). */
  static Found find(ComponentRef component, VariableRef variable, ChargerView view) {
    return find(component, variable, possible(view), view);
  }

  /**
   * The same for many look-ups.
   *
   * @param possible those of {@link #possible}
   */
  static Found find(
      ComponentRef component, VariableRef variable, List<Placed> possible, ChargerView view) {
    List<Placed> ofComponent = possible.stream().filter(v -> component.is(v.path())).toList();
    Optional<Placed> found = ofComponent.stream().filter(v -> variable.is(v.path())).findFirst();
    boolean legacy = component.isStation(VariableTable.LEGACY) && ChargerKeys.askable(view);
    if (found.isPresent()) {
      return new Found.Variable(found.get());
    }
    if (legacy && askable(variable)) {
      return new Found.Variable(vendorKey(variable.name(), view));
    }
    return ofComponent.isEmpty() && !legacy ? new Found.NoComponent() : new Found.NoVariable();
  }

  /** A vendor key that the charger has not told of yet; it may have it. */
  private static boolean askable(VariableRef variable) {
    return variable.instance() == null
        && !variable.name().isBlank()
        && Limits.fits(variable.name(), NAME_MAX)
        && VariableTable.standardKey(variable.name()).isEmpty()
        && !LinkKeys.owns(variable.name());
  }
}
