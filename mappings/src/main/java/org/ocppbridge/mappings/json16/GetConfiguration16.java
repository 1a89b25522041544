package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.rules.HeartbeatKey;
import org.ocppbridge.mappings.rules.LinkKeys;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * GetConfiguration: the charger's keys and the bridge's own. A 1.2 charger cannot be asked: the
 * bridge tells what was set through it (MR B1).
 */
final class GetConfiguration16 {

  private static final Command16<GetConfiguration.Request, GetConfiguration.Answer> COMMAND =
      Command16.withoutNo(GetConfiguration.FROM_CSMS);

  private GetConfiguration16() {}

  static Step<CsmsAnswer> step(GetConfiguration.Request request, ChargerView view) {
    List<String> asked = request.key();
    List<String> ofCharger = asked.stream().filter(key -> !LinkKeys.owns(key)).toList();
    boolean onlyOurs = !asked.isEmpty() && ofCharger.isEmpty();
    if (onlyOurs) {
      return COMMAND.own(together(asked, List.of(), view));
    }
    if (!SoapOperations.has(view.state(), GetConfiguration.FROM_CSMS)) {
      return COMMAND.own(together(asked, shadow(ofCharger, view), view));
    }
    List<String> spelled =
        ofCharger.stream()
            .map(key -> HeartbeatKey.forCharger(key, view.state().version()))
            .toList();
    return COMMAND.ask(
        new GetConfiguration.Request(spelled),
        view,
        new Command16.Around<>(
            List.of(),
            List.of(),
            (answer, later) -> {
              List<Loss> losses = new ArrayList<>();
              List<KeyValue> usable = usable(answer.configurationKey(), asked, losses);
              return Command16.Ending.losing(together(asked, usable, later), losses);
            },
            List.of()));
  }

  private static List<KeyValue> shadow(List<String> keys, ChargerView view) {
    Map<String, String> all = view.state().settings().shadow();
    if (keys.isEmpty()) {
      return all.entrySet().stream().map(GetConfiguration16::keyValue).toList();
    }
    return keys.stream()
        .flatMap(key -> view.state().settings().shadowOf(key).stream())
        .map(GetConfiguration16::keyValue)
        .toList();
  }

  private static KeyValue keyValue(Map.Entry<String, String> entry) {
    return new KeyValue(entry.getKey(), false, entry.getValue());
  }

  /** The charger's keys that 1.6J can show, without those that are the bridge's. */
  private static List<KeyValue> usable(
      List<KeyValue> ofCharger, List<String> asked, List<Loss> losses) {
    List<KeyValue> usable = new ArrayList<>();
    for (int i = 0; i < ofCharger.size(); i++) {
      KeyValue each = ofCharger.get(i);
      String field = "configurationKey[" + i + "].key";
      if (each.key() == null || !Limits.fits(each.key(), Limits16.KEY)) {
        losses.add(Loss.dropped(field, "is missing or longer than " + Limits16.KEY));
      } else if (LinkKeys.owns(each.key())) {
        losses.add(Loss.dropped(field, each.key() + " of the charger has no effect: the bridge's"));
      } else {
        String key = HeartbeatKey.forCsms(each.key(), asked);
        usable.add(new KeyValue(key, Boolean.TRUE.equals(each.readonly()), each.value()));
      }
    }
    return usable;
  }

  /** The charger's keys, then the bridge's; what was asked for and is in neither is unknown. */
  private static GetConfiguration.Answer together(
      List<String> asked, List<KeyValue> ofCharger, ChargerView view) {
    List<KeyValue> all = new ArrayList<>(ofCharger);
    boolean someOurs = asked.isEmpty() || asked.stream().anyMatch(LinkKeys::owns);
    if (someOurs) {
      all.addAll(LinkKeys.read(asked, view));
    }
    Set<String> known = all.stream().map(k -> fold(k.key())).collect(Collectors.toSet());
    return new GetConfiguration.Answer(
        all, asked.stream().filter(key -> !known.contains(fold(key))).distinct().toList());
  }

  private static String fold(String key) {
    return key.strip().toLowerCase(Locale.ROOT);
  }
}
