package org.ocppbridge.mappings.json201.losses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;

/** Fields of the CSMS's messages that no SOAP operation has. */
public final class CommandLosses {

  private static final String CUSTOM = "customData";

  /** Any element of a list. */
  private static final String EACH = "*";

  private static final String TAG_ALONE = "an idTag is all a SOAP charger knows of a token";

  /** By action: the path of a field, its parts apart by dots, and why it stays behind. */
  private static final Map<String, Map<String, String>> TABLE =
      Map.of(
          "RequestStartTransaction",
          Map.of(
              "idToken.additionalInfo",
              TAG_ALONE,
              "groupIdToken",
              "a SOAP charger is not told the group of a token it starts with"),
          "ReserveNow",
          Map.of("idToken.additionalInfo", TAG_ALONE, "groupIdToken.additionalInfo", TAG_ALONE),
          "SendLocalList",
          Map.of("localAuthorizationList.*.idToken.additionalInfo", TAG_ALONE),
          "SetNetworkProfile",
          Map.of(
              "connectionData.ocppVersion", "the WebSocket's handshake decides",
              "connectionData.ocppInterface", "the interface is that of the bridge"),
          "UpdateFirmware",
          Map.of(
              "firmware.installDateTime",
              "a SOAP charger installs what it has got: it gets it no sooner than that"));

  private CommandLosses() {}

  /**
   * The step with what its message loses.
   *
   * @param payload as the CSMS sent it
   */
  public static Step<CsmsAnswer> named(String action, ObjectNode payload, Step<CsmsAnswer> step) {
    if (step instanceof Step.Done<CsmsAnswer> done
        && !(done.answer() instanceof CsmsAnswer.Result)) {
      return step;
    }
    List<Loss> losses = new ArrayList<>();
    TABLE
        .getOrDefault(action, Map.of())
        .forEach((path, reason) -> find(payload, List.of(path.split("\\.")), "", reason, losses));
    if (payload.findValue(CUSTOM) != null) {
      losses.add(Loss.dropped(CUSTOM, "is between the CSMS and a maker; SOAP has no room for it"));
    }
    return Added.to(step, losses);
  }

  private static void find(
      JsonNode node, List<String> path, String place, String reason, List<Loss> losses) {
    if (path.isEmpty()) {
      losses.add(Loss.dropped(place, reason));
      return;
    }
    List<String> rest = path.subList(1, path.size());
    String name = path.getFirst();
    if (name.equals(EACH)) {
      for (int i = 0; i < node.size(); i++) {
        find(node.path(i), rest, place + "[" + i + "]", reason, losses);
      }
    } else if (node.has(name)) {
      find(node.path(name), rest, place.isEmpty() ? name : place + "." + name, reason, losses);
    }
  }
}
