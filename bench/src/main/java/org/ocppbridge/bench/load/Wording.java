package org.ocppbridge.bench.load;

/**
 * Writes requests.
 *
 * @param mustUnderstand whether the WS-Addressing headers have to be understood, as OCPP-S 1.6 §3
 *     wants it; an endpoint without WS-Addressing refuses those
 * @param samples in each MeterValues
 */
record Wording(boolean mustUnderstand, int samples) {
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  String envelope(Version version, Kind kind, String id, String body) {
    String must = mustUnderstand ? " S:mustUnderstand=\"true\"" : "";
    String content =
        body.isEmpty()
            ? "<c:" + kind.element() + "/>"
            : "<c:" + kind.element() + ">" + body + "</c:" + kind.element() + ">";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<S:Envelope xmlns:S=\""
        + SOAP
        + "\" xmlns:a=\""
        + ADDRESSING
        + "\" xmlns:c=\""
        + version.namespace()
        + "\"><S:Header><c:chargeBoxIdentity>"
        + id
        + "</c:chargeBoxIdentity><a:Action"
        + must
        + ">/"
        + kind.operation()
        + "</a:Action><a:MessageID>urn:uuid:51d0c2a8-7c4f-4f64-9d55-0c4b6a5f7e11</a:MessageID>"
        + "<a:From><a:Address>http://127.0.0.1:8090/</a:Address></a:From><a:ReplyTo><a:Address>"
        + ADDRESSING
        + "/anonymous</a:Address></a:ReplyTo><a:To"
        + must
        + ">http://127.0.0.1/ocpp</a:To></S:Header><S:Body>"
        + content
        + "</S:Body></S:Envelope>";
  }

  String boot() {
    return tag("chargePointVendor", "Bench") + tag("chargePointModel", "Load");
  }

  String status(Version version, int count, String at) {
    String status = count % 2 == 0 ? "Available" : version == Version.V16 ? "Charging" : "Occupied";
    String time = version == Version.V12 ? "" : tag("timestamp", at);
    return tag("connectorId", "1") + tag("status", status) + tag("errorCode", "NoError") + time;
  }

  String start(String id, String at, int meter) {
    return tag("connectorId", "1")
        + tag("idTag", id)
        + tag("timestamp", at)
        + tag("meterStart", Integer.toString(meter));
  }

  String stop(String transaction, String id, String at, int meter) {
    return tag("transactionId", transaction)
        + tag("idTag", id)
        + tag("timestamp", at)
        + tag("meterStop", Integer.toString(meter));
  }

  String meter(Version version, String transaction, String at, int meter) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < samples; i++) {
      all.append(sample(version, i, meter));
    }
    return switch (version) {
      case V12 ->
          tag("connectorId", "1")
              + tag("values", tag("timestamp", at) + tag("value", Integer.toString(meter)));
      case V15 ->
          tag("connectorId", "1")
              + tag("transactionId", transaction)
              + tag("values", tag("timestamp", at) + all);
      case V16 ->
          tag("connectorId", "1")
              + tag("transactionId", transaction)
              + tag("meterValue", tag("timestamp", at) + all);
    };
  }

  private static String sample(Version version, int number, int meter) {
    boolean energy = number == 0;
    String measurand = energy ? "Energy.Active.Import.Register" : "Voltage";
    String unit = energy ? "Wh" : version == Version.V16 ? "V" : "Volt";
    String value = Integer.toString(energy ? meter : 229 + number % 3);
    return version == Version.V16
        ? tag(
            "sampledValue",
            tag("value", value)
                + tag("context", "Sample.Periodic")
                + tag("measurand", measurand)
                + tag("location", "Outlet")
                + tag("unit", unit))
        : "<c:value context=\"Sample.Periodic\" measurand=\""
            + measurand
            + "\" location=\"Outlet\" unit=\""
            + unit
            + "\">"
            + value
            + "</c:value>";
  }

  static String tag(String name, String text) {
    return "<c:" + name + ">" + text + "</c:" + name + ">";
  }
}
