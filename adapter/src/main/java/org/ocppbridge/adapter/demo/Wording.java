package org.ocppbridge.adapter.demo;

import java.util.List;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/** How the messages of one JSON version belong to those of the SOAP versions. */
interface Wording {

  /** The wording of a version. */
  static Wording of(Target target) {
    return switch (target) {
      case OCPP16 -> new Comparison();
      case OCPP201 -> new Comparison201();
    };
  }

  /** Name of the SOAP operation that a CALL stands for; its own action if it stands for none. */
  String operation(boolean fromCharger, JsonCall call);

  /** Whether both sides of a story can be one; asked when the second one comes. */
  boolean belong(Story story);

  /** Whether a story that lacks a side is as it should be. */
  boolean mayStayAlone(Story story);

  /** What the CSMS asks a charger of a version, in order. */
  List<Ask> script(SoapVersion version);

  /** What is wrong with a story; empty if nothing. */
  List<String> judge(Story story, SoapVersion version);

  /** The CSMS's id of the transaction that a charger started last, as JSON. */
  String lastTransaction(String charger);
}
