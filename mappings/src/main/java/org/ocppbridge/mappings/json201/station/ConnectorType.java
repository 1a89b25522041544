package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.model.WireName;

/** Types of connectors (2.0.1 §3.23). */
public enum ConnectorType implements WireName {
  CCS1("cCCS1"),
  CCS2("cCCS2"),
  G105("cG105"),
  TESLA("cTesla"),
  TYPE1("cType1"),
  TYPE2("cType2"),
  S309_1P_16A("s309-1P-16A"),
  S309_1P_32A("s309-1P-32A"),
  S309_3P_16A("s309-3P-16A"),
  S309_3P_32A("s309-3P-32A"),
  BS1361("sBS1361"),
  CEE_7_7("sCEE-7-7"),
  SOCKET_TYPE2("sType2"),
  SOCKET_TYPE3("sType3"),
  OTHER_1PH_MAX_16A("Other1PhMax16A"),
  OTHER_1PH_OVER_16A("Other1PhOver16A"),
  OTHER_3PH("Other3Ph"),
  PAN("Pan"),
  INDUCTIVE("wInductive"),
  RESONANT("wResonant"),
  UNDETERMINED("Undetermined"),
  UNKNOWN("Unknown");

  private final String wire;

  ConnectorType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
