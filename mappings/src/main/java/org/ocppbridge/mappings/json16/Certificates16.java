package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.WireName;

/**
 * The certificate messages of the security extension. They are about the connection to the CSMS,
 * which is the bridge's; its certificates come from its configuration and it takes none over this
 * connection, so each answer says just that.
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

  /** How a certificate's hashes were made. */
  enum HashAlgorithm implements WireName {
    SHA256,
    SHA384,
    SHA512;

    @Override
    @JsonValue
    public String wire() {
      return name();
    }
  }

  /** Which certificate is meant. */
  record HashData(
      @JsonProperty(required = true) HashAlgorithm hashAlgorithm,
      @JsonProperty(required = true) String issuerNameHash,
      @JsonProperty(required = true) String issuerKeyHash,
      @JsonProperty(required = true) String serialNumber) {}

  record CertificateSigned(@JsonProperty(required = true) String certificateChain) {}

  record InstallCertificate(
      @JsonProperty(required = true) Use certificateType,
      @JsonProperty(required = true) String certificate) {}

  record DeleteCertificate(@JsonProperty(required = true) HashData certificateHashData) {}

  record GetInstalledCertificateIds(@JsonProperty(required = true) Use certificateType) {}

  private Certificates16() {}

  static Step<CsmsAnswer> signed(CertificateSigned request, ChargerView view) {
    return status("Rejected");
  }

  static Step<CsmsAnswer> install(InstallCertificate request, ChargerView view) {
    return status("Rejected");
  }

  static Step<CsmsAnswer> delete(DeleteCertificate request, ChargerView view) {
    return status("NotFound");
  }

  static Step<CsmsAnswer> installed(GetInstalledCertificateIds request, ChargerView view) {
    return status("NotFound");
  }

  private static Step<CsmsAnswer> status(String status) {
    return Step.Done.with(new CsmsAnswer.Result(Json.object().put("status", status)));
  }
}
