package org.ocppbridge.mappings.json201.model;

/** What the CSMS may do with a variable (2.0.1 part 2, MutabilityEnumType). */
enum Mutability {
  RO("ReadOnly"),
  WO("WriteOnly"),
  RW("ReadWrite");

  private final String wire;

  Mutability(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
