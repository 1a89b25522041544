package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.WireName;

/**
 * SetNetworkProfile (B09): checked and stored. Which profile is used after a Reset is the
 * connection's business (B10): it finds them in {@code DeviceModel.networkProfiles}, in the order
 * of {@code OCPPCommCtrlr.NetworkConfigurationPriority}. Slot 0 is the configured connection until
 * it is set.
 */
final class SetNetworkProfile201 {

  private static final String CONFIGURED_SLOT = "0";
  private static final Set<Integer> SLOTS = Set.of(0, 1);

  /** From this security profile on the connection is encrypted (A00). */
  private static final int TLS_FROM = 2;

  private static final int PROFILE_MAX = 3;

  private static final Pattern URL =
      Pattern.compile("wss?://[^\\s/?#]+([/?]\\S*)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern TLS_URL = Pattern.compile("wss:.*", Pattern.CASE_INSENSITIVE);

  /** The request. */
  record Request(
      @JsonProperty(required = true) Integer configurationSlot,
      @JsonProperty(required = true) Connection connectionData) {}

  /** The profile. */
  record Connection(
      @JsonProperty(required = true) OcppVersion ocppVersion,
      @JsonProperty(required = true) Transport ocppTransport,
      @JsonProperty(required = true) String ocppCsmsUrl,
      @JsonProperty(required = true) Integer messageTimeout,
      @JsonProperty(required = true) Integer securityProfile,
      @JsonProperty(required = true) Interface ocppInterface,
      Apn apn,
      Vpn vpn) {}

  /** An access point of a mobile network; read so that a wrong one is refused. */
  record Apn(
      @JsonProperty(required = true) String apn,
      String apnUserName,
      String apnPassword,
      Integer simPin,
      String preferredNetwork,
      Boolean useOnlyPreferredNetwork,
      @JsonProperty(required = true) ApnAuthentication apnAuthentication) {}

  /** How one is authenticated there. */
  enum ApnAuthentication {
    CHAP,
    NONE,
    PAP,
    AUTO
  }

  /** A private network; read so that a wrong one is refused. */
  record Vpn(
      @JsonProperty(required = true) String server,
      @JsonProperty(required = true) String user,
      String group,
      @JsonProperty(required = true) String password,
      @JsonProperty(required = true) String key,
      @JsonProperty(required = true) VpnType type) {}

  /** Its protocol. */
  enum VpnType {
    @JsonProperty("IKEv2")
    IKE_V2,
    @JsonProperty("IPSec")
    IP_SEC,
    L2TP,
    PPTP
  }

  /** Ignored: the WebSocket handshake decides. */
  enum OcppVersion implements WireName {
    OCPP12,
    OCPP15,
    OCPP16,
    OCPP20;

    @Override
    @JsonValue
    public String wire() {
      return name();
    }
  }

  /** How OCPP is carried. */
  enum Transport implements WireName {
    JSON,
    SOAP;

    @Override
    @JsonValue
    public String wire() {
      return name();
    }
  }

  /** Any of them is the network of the bridge. */
  enum Interface implements WireName {
    WIRED_0("Wired0"),
    WIRED_1("Wired1"),
    WIRED_2("Wired2"),
    WIRED_3("Wired3"),
    WIRELESS_0("Wireless0"),
    WIRELESS_1("Wireless1"),
    WIRELESS_2("Wireless2"),
    WIRELESS_3("Wireless3");

    private final String wire;

    Interface(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  private record Fault(Reason reason, String why) {}

  private SetNetworkProfile201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Optional<Fault> fault = fault(request, view);
    if (fault.isPresent()) {
      return Answer201.only(Answer201.status("Rejected", fault.get().reason(), fault.get().why()));
    }
    ObjectNode profile = Json.tree(request.connectionData());
    return Step.Done.with(
        Answer201.status("Accepted"),
        List.of(new ModelChange.NetworkProfileSet(request.configurationSlot(), profile)));
  }

  private static Optional<Fault> fault(Request request, ChargerView view) {
    Connection data = request.connectionData();
    int profile = data.securityProfile();
    if (!SLOTS.contains(request.configurationSlot())) {
      return fault(Reason.INVALID_CONF_SLOT, "slots are " + SLOTS.stream().sorted().toList());
    }
    if (profile < view.policy().link().securityProfile()) {
      return fault(Reason.NO_SECURITY_DOWNGRADE, "the security profile in use is higher");
    }
    if (profile > PROFILE_MAX) {
      return fault(Reason.INVALID_NETWORK_CONF, "no security profile " + profile);
    }
    if (data.ocppTransport() != Transport.JSON) {
      return fault(Reason.INVALID_NETWORK_CONF, "the transport has to be JSON");
    }
    boolean encrypted = TLS_URL.matcher(data.ocppCsmsUrl()).matches();
    if (!URL.matcher(data.ocppCsmsUrl()).matches() || profile >= TLS_FROM != encrypted) {
      return fault(
          Reason.INVALID_NETWORK_CONF, "ocppCsmsUrl is no WebSocket URL of this security profile");
    }
    if (data.messageTimeout() < 1) {
      return fault(Reason.INVALID_NETWORK_CONF, "messageTimeout has to be at least 1 s");
    }
    return data.apn() != null || data.vpn() != null
        ? fault(Reason.INVALID_NETWORK_CONF, "APN and VPN are not the bridge's to set")
        : Optional.empty();
  }

  private static Optional<Fault> fault(Reason reason, String why) {
    return Optional.of(new Fault(reason, why));
  }

  /** Whether a priority list names slots alone that have a profile (B10.FR.02). */
  static boolean usable(List<String> slots, ChargerView view) {
    return !slots.isEmpty()
        && slots.stream()
            .allMatch(
                slot ->
                    slot.equals(CONFIGURED_SLOT)
                        || view.state()
                            .station()
                            .model()
                            .networkProfiles()
                            .containsKey(Integer.valueOf(slot)));
  }
}
