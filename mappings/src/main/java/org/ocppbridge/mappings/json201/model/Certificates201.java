package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.CertificateHash;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.model.WireName;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.Certificates;
import org.ocppbridge.mappings.rules.TrustStore;

/**
 * The certificate messages (A02, M03 to M05). They are about the connection to the CSMS, which is
 * the bridge's: it keeps the certificates of each charger. What belongs to ISO 15118 is refused.
 */
final class Certificates201 {

  private static final String ISO_15118 = "SOAP chargers have no ISO 15118";
  private static final Map<Root, Access.Use> INSTALLABLE =
      Map.of(Root.CSMS_ROOT, Access.Use.CSMS, Root.MANUFACTURER_ROOT, Access.Use.MANUFACTURER);
  private static final Map<Kind, Access.Use> LISTABLE =
      new EnumMap<>(
          Map.of(
              Kind.CSMS_ROOT, Access.Use.CSMS,
              Kind.MANUFACTURER_ROOT, Access.Use.MANUFACTURER));

  /** What a certificate is asked for. */
  enum Kind implements WireName {
    V2G_ROOT("V2GRootCertificate"),
    MO_ROOT("MORootCertificate"),
    CSMS_ROOT("CSMSRootCertificate"),
    V2G_CHAIN("V2GCertificateChain"),
    MANUFACTURER_ROOT("ManufacturerRootCertificate");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  /** A certificate that can be installed. */
  enum Root implements WireName {
    V2G_ROOT("V2GRootCertificate"),
    MO_ROOT("MORootCertificate"),
    CSMS_ROOT("CSMSRootCertificate"),
    MANUFACTURER_ROOT("ManufacturerRootCertificate");

    private final String wire;

    Root(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  /** What a signed certificate is for. */
  enum Use implements WireName {
    CHARGING_STATION("ChargingStationCertificate"),
    V2G("V2GCertificate");

    private final String wire;

    Use(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  record Signed(@JsonProperty(required = true) String certificateChain, Use certificateType) {}

  record Install(
      @JsonProperty(required = true) Root certificateType,
      @JsonProperty(required = true) String certificate) {}

  record Delete(@JsonProperty(required = true) CertificateHash certificateHashData) {}

  record Installed(List<Kind> certificateType) {}

  private Certificates201() {}

  static Step<CsmsAnswer> signed(Signed request, ChargerView view) {
    if (request.certificateType() == Use.V2G) {
      return Answer201.only(Answer201.status("Rejected", Reason.UNSUPPORTED_PARAM, ISO_15118));
    }
    return switch (CertificateSigning.signed(request.certificateChain(), view)) {
      case CertificateSigning.Verdict.Accepted(List<Change> changes) ->
          new Step.Done<>(
              Answer201.status("Accepted"),
              changes,
              List.of(
                  SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS.message(
                      "a new certificate of the charging station", view)),
              List.of());
      case CertificateSigning.Verdict.Rejected(String why) ->
          new Step.Done<>(
              Answer201.status("Rejected", Reason.INVALID_CERTIFICATE, why),
              List.of(),
              List.of(SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE.message(why, view)),
              List.of());
    };
  }

  static Step<CsmsAnswer> install(Install request, ChargerView view) {
    Access.Use use = INSTALLABLE.get(request.certificateType());
    if (use == null) {
      return Answer201.only(Answer201.status("Rejected", Reason.UNSUPPORTED_PARAM, ISO_15118));
    }
    return switch (TrustStore.install(use, request.certificate(), view)) {
      case TrustStore.Installing.Accepted(Change change) ->
          Step.Done.with(Answer201.status("Accepted"), List.of(change));
      case TrustStore.Installing.Rejected(boolean full, String why) ->
          Answer201.only(
              Answer201.status(
                  "Rejected", full ? Reason.OUT_OF_STORAGE : Reason.INVALID_CERTIFICATE, why));
    };
  }

  static Step<CsmsAnswer> delete(Delete request, ChargerView view) {
    CertificateHash hash = request.certificateHashData();
    Certificates.Hashes wanted =
        new Certificates.Hashes(
            hash.hashAlgorithm().wire(),
            hash.issuerNameHash(),
            hash.issuerKeyHash(),
            hash.serialNumber());
    return switch (TrustStore.delete(wanted, view)) {
      case TrustStore.Deleting.Accepted(Change change) ->
          Step.Done.with(Answer201.status("Accepted"), List.of(change));
      case TrustStore.Deleting.Failed(String why) ->
          Answer201.only(Answer201.status("Failed", Reason.READ_ONLY, why));
      case TrustStore.Deleting.NotFound() -> Answer201.only(Answer201.status("NotFound"));
    };
  }

  static Step<CsmsAnswer> installed(Installed request, ChargerView view) {
    Calls.checkOptional("certificateType", request.certificateType(), Calls.GET_ITEMS);
    Set<Access.Use> uses = EnumSet.noneOf(Access.Use.class);
    LISTABLE.forEach(
        (kind, use) -> {
          if (request.certificateType() == null || request.certificateType().contains(kind)) {
            uses.add(use);
          }
        });
    List<TrustStore.Listed> listed = TrustStore.list(uses, view);
    if (listed.isEmpty()) {
      return Answer201.only(Answer201.status("NotFound"));
    }
    ObjectNode payload = Json.object().put("status", "Accepted");
    ArrayNode chain = payload.putArray("certificateHashDataChain");
    for (TrustStore.Listed each : listed) {
      Kind kind = each.use() == Access.Use.CSMS ? Kind.CSMS_ROOT : Kind.MANUFACTURER_ROOT;
      ObjectNode item = chain.addObject().put("certificateType", kind.wire());
      item.set("certificateHashData", Json.tree(each.hashes()));
    }
    return Answer201.only(new CsmsAnswer.Result(payload));
  }
}
