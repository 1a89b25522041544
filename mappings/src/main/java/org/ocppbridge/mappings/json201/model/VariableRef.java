package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.ocppbridge.mappings.VariablePath;

/** A variable as the CSMS names it; absent fields are null. */
record VariableRef(
    @JsonProperty(required = true) String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) String instance) {

  /** Whether this very variable is meant. */
  boolean is(VariablePath path) {
    return name.equalsIgnoreCase(path.variable())
        && (instance == null ? "" : instance).equalsIgnoreCase(path.instance());
  }

  /** The same, but an absent instance may be any. */
  boolean matches(VariablePath path) {
    return name.equalsIgnoreCase(path.variable())
        && (instance == null || instance.equalsIgnoreCase(path.instance()));
  }

  static VariableRef of(VariablePath path) {
    return new VariableRef(path.variable(), path.instance().isEmpty() ? null : path.instance());
  }
}
