package org.ocppbridge.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, by name, round by round.
 *
 * @param <M> one measurement
 */
public final class Rounds<M> {
  private final Map<String, List<M>> all = new LinkedHashMap<>();

  /** Adds the next round's measurement of this name. */
  public void add(String name, M measured) {
    all.computeIfAbsent(name, fresh -> new ArrayList<>()).add(measured);
  }

  /** All names, as they came. */
  public Set<String> names() {
    return all.keySet();
  }

  /** All measurements of a name, round by round. */
  public List<M> of(String name) {
    return all.get(name);
  }

  /** A figure of a name. */
  public Spread figure(String name, ToDoubleFunction<M> figure) {
    return Spread.of(of(name).stream().map(figure::applyAsDouble).toList());
  }

  /** A figure of a name, divided by that of another in the same round. */
  public Spread ratio(String name, String base, ToDoubleFunction<M> figure) {
    List<M> others = of(base);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      ratios.add(figure.applyAsDouble(of(name).get(i)) / figure.applyAsDouble(others.get(i)));
    }
    return Spread.of(ratios);
  }
}
