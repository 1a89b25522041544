package org.ocppbridge.adapter.fleet;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A map whose entries are changed by work that takes its time, such as writing to the store, one at
 * a time for each key. The computing methods of {@link ConcurrentHashMap} are not meant for that:
 * meanwhile they hold up other keys and the growth of the table, without which more and more keys
 * hold up one another.
 */
final class PatientMap<K, V> {

  /** Keys that share a lock hold up one another: so many are seldom at work at the same time. */
  private static final int LOCKS = 4_096;

  private final Map<K, V> entries = new ConcurrentHashMap<>();
  private final Object[] locks = new Object[LOCKS];

  PatientMap() {
    Arrays.setAll(locks, i -> new Object());
  }

  /** The value as it is now; null if there is none. */
  V get(K key) {
    return entries.get(key);
  }

  int size() {
    return entries.size();
  }

  /** What is in it; shows later changes too, and is not to be changed. */
  Map<K, V> view() {
    return Collections.unmodifiableMap(entries);
  }

  /**
   * Changes the value of a key while nobody else does.
   *
   * @param work gets the value, null if there is none, and gives the next one, null for none; if it
   *     throws, nothing is changed
   * @return the value that the work gave
   */
  V change(K key, UnaryOperator<V> work) {
    int hash = key.hashCode();
    synchronized (locks[(hash ^ hash >>> 16) & LOCKS - 1]) {
      V before = entries.get(key);
      V next = work.apply(before);
      if (next == null) {
        entries.remove(key);
      } else if (!next.equals(before)) { // most leave it as it is
        entries.put(key, next);
      }
      return next;
    }
  }
}
