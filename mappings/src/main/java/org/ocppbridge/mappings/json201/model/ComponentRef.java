package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.ocppbridge.mappings.VariablePath;

/** A component as the CSMS names it; absent fields are null. */
record ComponentRef(
    @JsonProperty(required = true) String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) String instance,
    @JsonInclude(JsonInclude.Include.NON_NULL) Place evse) {

  /** Where it is. */
  record Place(
      @JsonProperty(required = true) Integer id,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer connectorId) {}

  /** Whether this very component is meant; no component here has instances. */
  boolean is(VariablePath path) {
    return instance == null
        && name.equalsIgnoreCase(path.component())
        && evseId() == path.evse()
        && connectorId() == path.connector();
  }

  /** The same, but what is absent may be anything (B08.FR.20 to FR.25). */
  boolean matches(VariablePath path) {
    return instance == null
        && name.equalsIgnoreCase(path.component())
        && (evse == null || evse.id() == path.evse())
        && (evse == null || evse.connectorId() == null || evse.connectorId() == path.connector());
  }

  boolean isStation(String component) {
    return instance == null && evse == null && name.equalsIgnoreCase(component);
  }

  private int evseId() {
    return evse == null ? 0 : evse.id();
  }

  private int connectorId() {
    return evse == null || evse.connectorId() == null ? 0 : evse.connectorId();
  }

  static ComponentRef of(VariablePath path) {
    Place place =
        path.evse() == 0
            ? null
            : new Place(path.evse(), path.connector() == 0 ? null : path.connector());
    return new ComponentRef(path.component(), null, place);
  }
}
