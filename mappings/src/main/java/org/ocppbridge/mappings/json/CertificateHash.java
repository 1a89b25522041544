package org.ocppbridge.mappings.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.model.WireName;

/**
 * Which certificate is meant, as a CSMS says it: CertificateHashDataType of 2.0.1 and of the
 * security extension of 1.6, which are the same.
 */
public record CertificateHash(
    @JsonProperty(required = true) Algorithm hashAlgorithm,
    @JsonProperty(required = true) String issuerNameHash,
    @JsonProperty(required = true) String issuerKeyHash,
    @JsonProperty(required = true) String serialNumber) {

  /** How the hashes were made. */
  public enum Algorithm implements WireName {
    SHA256,
    SHA384,
    SHA512;

    @Override
    @JsonValue
    public String wire() {
      return name();
    }
  }
}
