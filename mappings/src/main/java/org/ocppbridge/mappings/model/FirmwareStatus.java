package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** State of a firmware update (1.6 §7.25). */
public enum FirmwareStatus implements WireName {
  DOWNLOADED("Downloaded"),
  DOWNLOAD_FAILED("DownloadFailed"),
  DOWNLOADING("Downloading"),
  IDLE("Idle"),
  INSTALLATION_FAILED("InstallationFailed"),
  INSTALLING("Installing"),
  INSTALLED("Installed");

  private final String wire;

  FirmwareStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
