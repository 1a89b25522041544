package org.ocppbridge.mappings.json201.base;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.DeviceModel;

/**
 * What a charger's configuration keys say, as far as they are known (MR C1). A key that cannot be
 * read as what it is counts as unknown.
 */
public final class Keys {

  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "1", true, "false", false, "0", false);

  private Keys() {}

  /** A truth value. */
  public static Optional<Boolean> flag(String key, ChargerView view) {
    return text(key, view).map(value -> FLAGS.get(value.toLowerCase(Locale.ROOT)));
  }

  /** A whole number that is not negative. */
  public static Optional<Integer> number(String key, ChargerView view) {
    return text(key, view).filter(value -> value.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  /** A list of words; none if it is empty. */
  public static List<String> words(String key, ChargerView view) {
    return text(key, view).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Optional<String> text(String key, ChargerView view) {
    return view.state()
        .station()
        .model()
        .find(key)
        .map(DeviceModel.Key::value)
        .or(() -> view.state().settings().shadowOf(key).map(Map.Entry::getValue))
        .map(String::strip);
  }
}
