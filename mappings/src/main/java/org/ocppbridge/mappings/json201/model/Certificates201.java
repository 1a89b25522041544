package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.model.WireName;

/**
 * The certificate messages (A02, M03 to M05). They are about the connection to the CSMS, which is
 * the bridge's; its certificates come from its configuration and it takes none over this
 * connection, so each answer says just that.
 */
final class Certificates201 {

  private static final String CONFIGURED = "certificates are part of the bridge's configuration";

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

  record Signed(@JsonProperty(required = true) String certificateChain, Use certificateType) {}

  record Install(
      @JsonProperty(required = true) Root certificateType,
      @JsonProperty(required = true) String certificate) {}

  record Delete(@JsonProperty(required = true) HashData certificateHashData) {}

  record Installed(List<Kind> certificateType) {}

  private Certificates201() {}

  static Step<CsmsAnswer> signed(Signed request, ChargerView view) {
    String why = "the bridge asked for no certificate";
    boolean stations = request.certificateType() != Use.V2G;
    return new Step.Done<>(
        Answer201.status("Rejected", Reason.NOT_ENABLED, why),
        List.of(),
        stations
            ? List.of(SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE.message(why, view))
            : List.of(),
        List.of());
  }

  static Step<CsmsAnswer> install(Install request, ChargerView view) {
    return Answer201.only(Answer201.status("Rejected", Reason.NOT_ENABLED, CONFIGURED));
  }

  static Step<CsmsAnswer> delete(Delete request, ChargerView view) {
    return Answer201.only(Answer201.status("NotFound", Reason.NOT_FOUND, CONFIGURED));
  }

  static Step<CsmsAnswer> installed(Installed request, ChargerView view) {
    Calls.checkOptional("certificateType", request.certificateType(), Calls.GET_ITEMS);
    return Answer201.only(Answer201.status("NotFound", Reason.NOT_FOUND, CONFIGURED));
  }
}
