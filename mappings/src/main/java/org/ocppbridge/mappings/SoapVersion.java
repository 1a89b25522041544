package org.ocppbridge.mappings;

/** The OCPP versions that chargers speak over SOAP. */
public enum SoapVersion {
  V12("1.2", "2010/08"),
  V15("1.5", "2012/06"),
  V16("1.6", "2015/10");

  private final String label;
  private final String centralSystemNamespace;
  private final String chargePointNamespace;

  SoapVersion(String label, String date) {
    this.label = label;
    this.centralSystemNamespace = "urn://Ocpp/Cs/" + date + "/";
    this.chargePointNamespace = "urn://Ocpp/Cp/" + date + "/";
  }

  /** The version as people write it: {@code 1.2}, {@code 1.5} or {@code 1.6}. */
  public String label() {
    return label;
  }

  /** Namespace of what a charger asks, with its last slash. */
  public String centralSystemNamespace() {
    return centralSystemNamespace;
  }

  /** Namespace of what a charger is asked, with its last slash. */
  public String chargePointNamespace() {
    return chargePointNamespace;
  }

  /**
   * Finds a version by its label.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static SoapVersion of(String label) {
    for (SoapVersion version : values()) {
      if (version.label.equals(label)) {
        return version;
      }
    }
    throw new IllegalArgumentException("no SOAP version '" + label + "': 1.2, 1.5 or 1.6");
  }

  @Override
  public String toString() {
    return label;
  }
}
