package org.ocppbridge.mappings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Changed copies of immutable collections. Bounded ones lose what was put in first. */
final class Copies {

  private Copies() {}

  static <K, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
    SortedMap<K, V> copy = new TreeMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableSortedMap(copy);
  }

  /** In the order of putting; {@code key} becomes the youngest. */
  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value, int max) {
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.remove(key);
    copy.put(key, value);
    var oldest = copy.keySet().iterator();
    while (copy.size() > max) {
      oldest.next();
      oldest.remove();
    }
    return Collections.unmodifiableMap(copy);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    if (!map.containsKey(key)) {
      return map;
    }
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return Collections.unmodifiableMap(copy);
  }

  /** With other values, in the same order. */
  static <K, V> Map<K, V> mapped(Map<K, V> map, UnaryOperator<V> value) {
    Map<K, V> copy = new LinkedHashMap<>();
    map.forEach((key, before) -> copy.put(key, value.apply(before)));
    return Collections.unmodifiableMap(copy);
  }

  static <E> List<E> with(List<E> list, E element, int max) {
    List<E> copy = new ArrayList<>(list.size() + 1);
    copy.addAll(list.size() < max ? list : list.subList(list.size() - max + 1, list.size()));
    copy.add(element);
    return Collections.unmodifiableList(copy);
  }
}
