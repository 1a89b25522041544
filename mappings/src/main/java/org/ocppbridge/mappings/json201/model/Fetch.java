package org.ocppbridge.mappings.json201.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.rules.HeartbeatKey;

/** Asks the charger for configuration keys, as seldom as can be (MR B8). */
final class Fetch {

  /** Most keys asked for at once by a charger that has not said its GetConfigurationMaxKeys. */
  private static final int KEYS_MAX = 50;

  /** Longest key (1.6 §7.29). */
  private static final int KEY_LENGTH = 50;

  /** How long a full list of keys is good enough for a report. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /**
   * What came of asking.
   *
   * @param changes not noted yet
   * @param failed keys that the charger could not be asked for
   * @param why the reason of that, for people
   */
  record Result(List<Change> changes, Set<String> failed, String why, List<Loss> losses) {
    static final Result NOTHING = new Result(List.of(), Set.of(), "", List.of());
  }

  /** The step after it. */
  @FunctionalInterface
  interface Then<A> {
    /**
     * Goes on.
     *
     * @param view with the result's changes in it
     */
    Step<A> go(Result result, ChargerView view);
  }

  private Fetch() {}

  /** Asks for these keys, in as many calls as the charger's GetConfigurationMaxKeys makes it. */
  static <A> Step<A> keys(Collection<String> keys, ChargerView view, Then<A> then) {
    return keys.isEmpty() || !ChargerKeys.askable(view)
        ? then.go(Result.NOTHING, view)
        : some(List.copyOf(keys), List.of(), view, then);
  }

  /** Whether nothing better than what is known can be had now. */
  static boolean fresh(ChargerView view) {
    return !ChargerKeys.askable(view)
        || view.state().station().model().keysAt().plus(FRESH).isAfter(view.now());
  }

  /** Asks for all keys if the last full list is too old. */
  static <A> Step<A> all(ChargerView view, Then<A> then) {
    return fresh(view)
        ? then.go(Result.NOTHING, view)
        : new Step.AskCharger<>(
            List.of(),
            GetConfiguration.FROM_CSMS,
            new GetConfiguration.Request(List.of()),
            List.of(),
            (reply, later) ->
                switch (reply) {
                  case ChargerReply.Answered<GetConfiguration.Answer>(var answer) ->
                      went(allRead(answer, later), later, then);
                  case ChargerReply.Failed<GetConfiguration.Answer>(var fault) ->
                      failed(fault, List.of(), later, then);
                });
  }

  private static <A> Step<A> some(
      List<String> keys, List<Change> before, ChargerView view, Then<A> then) {
    int most =
        ChargerKeys.number("GetConfigurationMaxKeys", view)
            .map(n -> Math.clamp(n, 1, KEYS_MAX))
            .orElse(KEYS_MAX);
    List<String> now = keys.subList(0, Math.min(most, keys.size()));
    List<String> rest = keys.subList(now.size(), keys.size());
    List<String> spelled =
        now.stream().map(key -> HeartbeatKey.forCharger(key, view.state().version())).toList();
    return new Step.AskCharger<>(
        before,
        GetConfiguration.FROM_CSMS,
        new GetConfiguration.Request(spelled),
        List.of(),
        (reply, later) ->
            switch (reply) {
              case ChargerReply.Answered<GetConfiguration.Answer>(var answer) -> {
                Result result = read(now, answer, later);
                yield rest.isEmpty()
                    ? went(result, later, then)
                    : some(rest, result.changes(), later, then);
              }
              case ChargerReply.Failed<GetConfiguration.Answer>(var fault) ->
                  failed(fault, keys, later, then);
            });
  }

  private static <A> Step<A> went(Result result, ChargerView view, Then<A> then) {
    return then.go(result, Views.after(view, result.changes()));
  }

  private static <A> Step<A> failed(
      ChargerFailed fault, List<String> keys, ChargerView view, Then<A> then) {
    boolean never = fault.why() == Why.NOT_SUPPORTED;
    List<Change> changes =
        never
            ? List.of(new CommandChange.Unsupported(GetConfiguration.FROM_CSMS.name()))
            : List.of();
    Set<String> missed = new TreeSet<>(never ? List.of() : keys);
    Loss loss = Loss.synthesised("answer", fault.getMessage());
    return went(new Result(changes, missed, fault.getMessage(), List.of(loss)), view, then);
  }

  private static Result read(List<String> asked, GetConfiguration.Answer answer, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    Map<String, DeviceModel.Key> told = told(answer, view, losses);
    told.forEach((key, value) -> changes.add(new ModelChange.KeyKnown(key, value)));
    asked.stream()
        .filter(key -> told.keySet().stream().noneMatch(key::equalsIgnoreCase))
        .forEach(key -> changes.add(new ModelChange.KeyUnknown(key)));
    return new Result(changes, Set.of(), "", losses);
  }

  private static Result allRead(GetConfiguration.Answer answer, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    Change change = new ModelChange.KeysRead(told(answer, view, losses), view.now());
    return new Result(List.of(change), Set.of(), "", losses);
  }

  private static Map<String, DeviceModel.Key> told(
      GetConfiguration.Answer answer, ChargerView view, List<Loss> losses) {
    Map<String, DeviceModel.Key> told = new LinkedHashMap<>();
    for (KeyValue each : answer.configurationKey()) {
      if (each.key() == null || each.key().isBlank() || !Limits.fits(each.key(), KEY_LENGTH)) {
        losses.add(
            Loss.dropped("configurationKey", "a key is missing or longer than " + KEY_LENGTH));
      } else {
        String key = VariableTable.standardKey(each.key()).orElse(each.key());
        told.put(key, key(each, view));
      }
    }
    return told;
  }

  private static DeviceModel.Key key(KeyValue each, ChargerView view) {
    String value = each.value() == null ? "" : each.value();
    return new DeviceModel.Key(Views.cut(value), Boolean.TRUE.equals(each.readonly()), view.now());
  }
}
