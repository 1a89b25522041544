package org.ocppbridge.adapter.watch;

import java.util.Locale;

/** The parts of an exchange whose time is measured. */
public enum Stage {
  /** A charger's request from its bytes to the model: decompressing, XML, binding. */
  SOAP_READ,
  /** Deciding what a message means to the other side. */
  MAPPING,
  /** One commit of the store. */
  STORE,
  /** A CALL to the CSMS, from handing it over to its answer. */
  CSMS,
  /** A command to the charger's callback address, from connecting to its answer. */
  CHARGER;

  /** As written in labels and spans. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
