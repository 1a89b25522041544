package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.SettingChange;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.KeyValue;

/**
 * The configuration keys of the connection to the CSMS, which is the bridge's: a SOAP charger has
 * no part in them, even if it knows a key of that name (MR C1, leg M). A change is noted as a
 * {@link SettingChange}; the adapter obeys {@code ChargerState.settings()}.
 */
public final class LinkKeys {

  /**
   * A key.
   *
   * @param name as the contract spells it
   * @param valid what it can be set to; empty for one that can only be read
   * @param value what it is; empty for one that is never shown
   */
  private record Key(
      String name, Optional<Pattern> valid, Function<ChargerView, Optional<String>> value) {}

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  /** Variables of 2.0.1 alone; to a 1.6J CSMS a key of that name is the charger's. */
  private static final List<Key> SINCE_201 =
      List.of(
          settable("QueueAllMessages", Pattern.compile("true|false"), view -> "false"),
          settable(
              "RetryBackOffRandomRange", SECONDS, view -> seconds(backOff(view).randomRange())),
          settable(
              "RetryBackOffRepeatTimes",
              Pattern.compile("\\d|1[0-6]"),
              view -> Integer.toString(backOff(view).repeatTimes())),
          settable(
              "RetryBackOffWaitMinimum", SECONDS, view -> seconds(backOff(view).waitMinimum())));

  private static final List<Key> KEYS =
      List.of(
          readable("AdditionalRootCertificateCheck", view -> "false"),
          // Never shown. Not settable: a password that is forgotten with the next restart would
          // lock
          // the charger out for good.
          new Key("AuthorizationKey", Optional.empty(), view -> Optional.empty()),
          readable("CertificateSignedMaxChainSize", view -> "10000"),
          readable("CertificateStoreMaxLength", view -> "0"),
          settable("CpoName", Pattern.compile(".{0,500}"), view -> ""),
          readable(
              "SecurityProfile", view -> Integer.toString(view.policy().link().securityProfile())),
          settable(
              "TransactionMessageAttempts",
              Pattern.compile("[1-9]\\d{0,3}"),
              view -> Integer.toString(view.policy().link().attempts())),
          settable(
              "TransactionMessageRetryInterval",
              SECONDS,
              view -> Long.toString(view.policy().link().retryInterval().toSeconds())),
          settable(
              "WebSocketPingInterval",
              SECONDS,
              view -> Long.toString(view.policy().link().pingInterval().toSeconds())));

  private LinkKeys() {}

  private static Policy.BackOff backOff(ChargerView view) {
    return view.policy().link().backOff();
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  private static Key readable(String name, Function<ChargerView, String> value) {
    return new Key(name, Optional.empty(), view -> Optional.of(value.apply(view)));
  }

  private static Key settable(
      String name, Pattern valid, Function<ChargerView, String> configured) {
    return new Key(
        name,
        Optional.of(valid),
        view ->
            Optional.of(
                view.state().settings().ofLink(name).orElseGet(() -> configured.apply(view))));
  }

  private static Optional<Key> find(String name) {
    return KEYS.stream().filter(key -> key.name().equalsIgnoreCase(name.strip())).findFirst();
  }

  /** Whether a key is one of these; letter case does not matter. */
  public static boolean owns(String name) {
    return find(name).isPresent();
  }

  /** All that can be read, or those of {@code names}; none named means all. */
  public static List<KeyValue> read(List<String> names, ChargerView view) {
    List<String> wanted =
        names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    return KEYS.stream()
        .filter(key -> wanted.isEmpty() || wanted.contains(key.name().toLowerCase(Locale.ROOT)))
        .map(
            key ->
                new KeyValue(
                    key.name(), key.valid().isEmpty(), key.value().apply(view).orElse(null)))
        .toList();
  }

  /** The value of one, also of those that 2.0.1 alone has; empty if it is never shown. */
  public static Optional<String> value(String name, ChargerView view) {
    return all(name).flatMap(key -> key.value().apply(view));
  }

  private static Optional<Key> all(String name) {
    return find(name)
        .or(() -> SINCE_201.stream().filter(key -> key.name().equals(name)).findFirst());
  }

  /** What came of setting a key. */
  public record Outcome(ConfigurationStatus status, List<Change> changes) {}

  /**
   * Sets one of these keys.
   *
   * @throws java.util.NoSuchElementException for any other key
   */
  public static Outcome set(String name, String value) {
    Key key = all(name).orElseThrow();
    boolean valid = key.valid().filter(p -> p.matcher(value).matches()).isPresent();
    if (!valid) {
      return new Outcome(ConfigurationStatus.REJECTED, List.of());
    }
    Change change = new SettingChange.OfLink(key.name(), value);
    return new Outcome(ConfigurationStatus.ACCEPTED, List.of(change));
  }
}
