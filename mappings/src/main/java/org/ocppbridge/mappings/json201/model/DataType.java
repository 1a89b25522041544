package org.ocppbridge.mappings.json201.model;

/** What a variable's value is (2.0.1 part 2, DataEnumType). */
enum DataType {
  STRING("string"),
  DECIMAL("decimal"),
  INTEGER("integer"),
  DATE_TIME("dateTime"),
  BOOLEAN("boolean"),
  OPTION_LIST("OptionList"),
  SEQUENCE_LIST("SequenceList"),
  MEMBER_LIST("MemberList");

  private final String wire;

  DataType(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }

  boolean number() {
    return this == INTEGER || this == DECIMAL;
  }

  boolean list() {
    return this == SEQUENCE_LIST || this == MEMBER_LIST;
  }

  static DataType of(String wire) {
    for (DataType type : values()) {
      if (type.wire.equals(wire)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no data type '" + wire + "'");
  }
}
