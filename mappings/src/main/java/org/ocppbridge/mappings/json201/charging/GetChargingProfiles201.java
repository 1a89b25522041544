package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.rules.SoapOperations;

/**
 * GetChargingProfiles: SOAP has no such question, the bridge tells what the charger took. The
 * profiles follow the answer as ReportChargingProfiles, by EVSE (K09).
 */
final class GetChargingProfiles201 {

  /** Profiles in one report; each may have 1024 periods. */
  static final int PROFILES_PER_REPORT = 5;

  private GetChargingProfiles201() {}

  /** Who sets limits (2.0.1 §3.9); all that come through the bridge are the CSMS's. */
  enum Source {
    EMS,
    Other,
    SO,
    CSO
  }

  /** The request (2.0.1 §1.25). */
  record Request(
      @JsonProperty(required = true) Integer requestId,
      Integer evseId,
      @JsonProperty(required = true) Criteria chargingProfile) {}

  /** Which profiles are meant; what is absent does not matter (K09). */
  record Criteria(
      Purpose chargingProfilePurpose,
      Integer stackLevel,
      List<Integer> chargingProfileId,
      List<Source> chargingLimitSource) {

    boolean meets(ProfileTable.Entry e) {
      return (chargingProfilePurpose == null || e.is(chargingProfilePurpose))
          && (stackLevel == null || stackLevel == e.stackLevel())
          && (chargingProfileId == null || chargingProfileId.contains(e.id()))
          && (chargingLimitSource == null || chargingLimitSource.contains(Source.CSO));
    }
  }

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Criteria criteria = request.chargingProfile();
    if (!SoapOperations.has(view.state(), SetChargingProfile.FROM_CSMS)) {
      return Answer201.only(Answer201.notSupported("the charger has no charging profiles"));
    }
    Map<Integer, List<ObjectNode>> found =
        ProfileTable.current(view)
            .filter(e -> request.evseId() == null || request.evseId() == e.evseId())
            .filter(criteria::meets)
            .collect(
                Collectors.groupingBy(
                    ProfileTable.Entry::evseId,
                    TreeMap::new,
                    Collectors.mapping(ProfileTable.Entry::profile, Collectors.toList())));
    return found.isEmpty()
        ? Answer201.only(Answer201.status("NoProfiles"))
        : new Step.Done<>(
            Answer201.status("Accepted"),
            List.of(),
            reports(request.requestId(), found),
            List.of());
  }

  private static List<Message> reports(int requestId, Map<Integer, List<ObjectNode>> found) {
    List<ObjectNode> payloads = new ArrayList<>();
    found.forEach(
        (evseId, profiles) -> {
          for (int i = 0; i < profiles.size(); i += PROFILES_PER_REPORT) {
            int end = Math.min(profiles.size(), i + PROFILES_PER_REPORT);
            payloads.add(report(requestId, evseId, profiles.subList(i, end)));
          }
        });
    payloads.subList(0, payloads.size() - 1).forEach(payload -> payload.put("tbc", true));
    return payloads.stream()
        .map(payload -> Message.once("ReportChargingProfiles", payload))
        .toList();
  }

  private static ObjectNode report(int requestId, int evseId, List<ObjectNode> profiles) {
    ObjectNode payload =
        Json.object()
            .put("requestId", requestId)
            .put("chargingLimitSource", Source.CSO.name())
            .put("evseId", evseId);
    payload.putArray("chargingProfile").addAll(profiles);
    return payload;
  }
}
