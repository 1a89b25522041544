package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.CertificateHash;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.WireName;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.Certificates;
import org.ocppbridge.mappings.rules.TrustStore;

/**
 * The certificate messages of the security extension. They are about the connection to the CSMS,
 * which is the bridge's: it keeps the certificates of each charger.
 */
final class Certificates16 {

  /** What a certificate is for. */
  enum Use implements WireName {
    CENTRAL_SYSTEM_ROOT_CERTIFICATE("CentralSystemRootCertificate"),
    MANUFACTURER_ROOT_CERTIFICATE("ManufacturerRootCertificate");

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

  record CertificateSigned(@JsonProperty(required = true) String certificateChain) {}

  record InstallCertificate(
      @JsonProperty(required = true) Use certificateType,
      @JsonProperty(required = true) String certificate) {}

  record DeleteCertificate(@JsonProperty(required = true) CertificateHash certificateHashData) {}

  record GetInstalledCertificateIds(@JsonProperty(required = true) Use certificateType) {}

  private Certificates16() {}

  private static Access.Use use(Use type) {
    return type == Use.CENTRAL_SYSTEM_ROOT_CERTIFICATE ? Access.Use.CSMS : Access.Use.MANUFACTURER;
  }

  static Step<CsmsAnswer> signed(CertificateSigned request, ChargerView view) {
    return switch (CertificateSigning.signed(request.certificateChain(), view)) {
      case CertificateSigning.Verdict.Accepted(List<Change> changes) ->
          with(
              "Accepted",
              changes,
              SecurityEvent16.RECONFIGURATION_OF_SECURITY_PARAMETERS.message(
                  "a new certificate of the charge point", view));
      case CertificateSigning.Verdict.Rejected(String why) ->
          with(
              "Rejected",
              List.of(),
              SecurityEvent16.INVALID_CHARGE_POINT_CERTIFICATE.message(why, view));
    };
  }

  private static Step<CsmsAnswer> with(String status, List<Change> changes, News16 news) {
    return new Step.Done<>(answer(status), news.after(changes), news.messages(), List.of());
  }

  static Step<CsmsAnswer> install(InstallCertificate request, ChargerView view) {
    return switch (TrustStore.install(
        use(request.certificateType()), request.certificate(), view)) {
      case TrustStore.Installing.Accepted(Change change) -> status("Accepted", change);
      case TrustStore.Installing.Rejected ignored -> status("Rejected");
    };
  }

  static Step<CsmsAnswer> delete(DeleteCertificate request, ChargerView view) {
    CertificateHash hash = request.certificateHashData();
    Certificates.Hashes wanted =
        new Certificates.Hashes(
            hash.hashAlgorithm().wire(),
            hash.issuerNameHash(),
            hash.issuerKeyHash(),
            hash.serialNumber());
    return switch (TrustStore.delete(wanted, view)) {
      case TrustStore.Deleting.Accepted(Change change) -> status("Accepted", change);
      case TrustStore.Deleting.Failed ignored -> status("Failed");
      case TrustStore.Deleting.NotFound() -> status("NotFound");
    };
  }

  static Step<CsmsAnswer> installed(GetInstalledCertificateIds request, ChargerView view) {
    List<TrustStore.Listed> listed =
        TrustStore.list(EnumSet.of(use(request.certificateType())), view);
    if (listed.isEmpty()) {
      return status("NotFound");
    }
    ObjectNode payload = Json.object().put("status", "Accepted");
    ArrayNode data = payload.putArray("certificateHashData");
    listed.forEach(each -> data.add(Json.tree(each.hashes())));
    return Step.Done.with(new CsmsAnswer.Result(payload));
  }

  private static CsmsAnswer answer(String status) {
    return new CsmsAnswer.Result(Json.object().put("status", status));
  }

  private static Step<CsmsAnswer> status(String status, Change... changes) {
    return Step.Done.with(answer(status), List.of(changes));
  }
}
