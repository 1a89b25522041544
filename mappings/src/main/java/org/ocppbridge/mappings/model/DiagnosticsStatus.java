package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** State of a diagnostics upload (1.6 §7.24); 1.2 and 1.5 know Uploaded and UploadFailed only. */
public enum DiagnosticsStatus implements WireName {
  IDLE("Idle"),
  UPLOADED("Uploaded"),
  UPLOAD_FAILED("UploadFailed"),
  UPLOADING("Uploading");

  private final String wire;

  DiagnosticsStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
