package org.ocppbridge.bench.load;

/** The versions of OCPP over SOAP. */
enum Version {
  V12("1.2", "urn://Ocpp/Cs/2010/08/"),
  V15("1.5", "urn://Ocpp/Cs/2012/06/"),
  V16("1.6", "urn://Ocpp/Cs/2015/10/");

  private final String label;
  private final String namespace;

  Version(String label, String namespace) {
    this.label = label;
    this.namespace = namespace;
  }

  /** Of a charger of a mixed fleet. */
  static Version of(int charger) {
    return switch (charger % 3) {
      case 0 -> V12;
      case 1 -> V15;
      default -> V16;
    };
  }

  String label() {
    return label;
  }

  String namespace() {
    return namespace;
  }
}
