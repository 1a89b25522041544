package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Unit of a sample (1.6 §7.45); 1.5 writes Amp and Volt. */
public enum UnitOfMeasure implements WireName {
  WATT_HOUR("Wh"),
  KILO_WATT_HOUR("kWh"),
  VAR_HOUR("varh"),
  KILO_VAR_HOUR("kvarh"),
  WATT("W"),
  KILO_WATT("kW"),
  VOLT_AMPERE("VA"),
  KILO_VOLT_AMPERE("kVA"),
  VAR("var"),
  KILO_VAR("kvar"),
  AMPERE("A"),
  VOLT("V"),
  KELVIN("K"),
  CELSIUS("Celsius"),
  FAHRENHEIT("Fahrenheit"),
  PERCENT("Percent");

  private final String wire;

  UnitOfMeasure(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
