package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Access.Profile;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.model.BootNotification;

/** Which network profiles are tried, and what a change of the CSMS brings about (B10, A05). */
final class NetworkOrder {

  private static final String PRIORITY =
      VariablePath.ofStation("OCPPCommCtrlr", "NetworkConfigurationPriority").toString();

  private NetworkOrder() {}

  /** A restart puts the priority that was set in force (B10.FR.01). */
  static List<Change> afterRestart(ChargerView view) {
    List<Profile> wanted = slots(view).stream().map(slot -> profile(slot, view)).toList();
    List<Profile> now = view.state().access().network().order();
    return wanted.equals(now) || wanted.isEmpty()
        ? List.of()
        : List.of(new AccessChange.OrderInForce(wanted));
  }

  private static Profile profile(int slot, ChargerView view) {
    ObjectNode data = view.state().station().model().networkProfiles().get(slot);
    return data == null
        ? new Profile(slot, Optional.empty(), view.policy().link().securityProfile(), 0)
        : new Profile(
            slot,
            Optional.of(data.path("ocppCsmsUrl").asText()),
            data.path("securityProfile").asInt(),
            data.path("messageTimeout").asInt());
  }

  private static List<Integer> slots(ChargerView view) {
    String set = view.state().station().model().own().getOrDefault(PRIORITY, "");
    return Stream.of(set.split(","))
        .map(String::strip)
        .filter(slot -> !slot.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /**
   * The CSMS, or the way to it, is another one: it gets a BootNotification (B10.FR.10), the
   * charger's own if that is the reason for the change. Profiles of lower security are gone for
   * good (A05.FR.06).
   *
   * @param sender sends it by the bridge
   */
  static Step<Void> moved(ChargerView view, Function<BootNotification.Request, Step<Void>> sender) {
    List<Change> changes = new ArrayList<>();
    changes.add(new AccessChange.MovedOver());
    changes.addAll(withoutLower(view));
    Registration known = view.state().registration();
    boolean waits = known.bootAt().isAfter(known.at());
    Optional<BootNotification.Request> boot = known.boot().or(() -> view.policy().assumedBoot());
    if (waits || boot.isEmpty()) {
      return Step.Done.with(null, changes);
    }
    return switch (sender.apply(boot.get())) {
      case Step.AskCsms<Void>(
              var its,
              var others,
              var message,
              var patience,
              var losses,
              var next) ->
          new Step.AskCsms<>(
              Stream.concat(changes.stream(), its.stream()).toList(),
              others,
              message,
              patience,
              losses,
              next);
      default -> Step.Done.with(null, changes);
    };
  }

  private static List<Change> withoutLower(ChargerView view) {
    int profile = view.securityProfile();
    List<Change> changes = new ArrayList<>();
    List<Integer> kept = new ArrayList<>(slots(view));
    view.state()
        .station()
        .model()
        .networkProfiles()
        .forEach(
            (slot, data) -> {
              if (data.path("securityProfile").asInt() < profile) {
                changes.add(new ModelChange.NetworkProfileGone(slot));
                kept.removeIf(slot::equals);
              }
            });
    if (view.policy().link().securityProfile() < profile
        && !view.state().station().model().networkProfiles().containsKey(0)) {
      kept.removeIf(slot -> slot == 0);
    }
    if (!kept.isEmpty() && !kept.equals(slots(view))) {
      changes.add(
          new ModelChange.OwnSet(
              PRIORITY, String.join(",", kept.stream().map(String::valueOf).toList())));
    }
    return changes;
  }
}
