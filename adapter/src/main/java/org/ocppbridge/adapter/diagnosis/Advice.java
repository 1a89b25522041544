package org.ocppbridge.adapter.diagnosis;

import org.ocppbridge.adapter.watch.Mistake;

/**
 * What a mistake means and what to do about it: the table of all sentences.
 *
 * @param meaning follows the charger's name
 * @param remedy a sentence of its own
 */
record Advice(String meaning, String remedy) {

  static Advice of(Mistake mistake) {
    return switch (mistake) {
      case JSON_STATION ->
          new Advice(
              "a charger for JSON calls the address for SOAP",
              "Give it the CSMS's own address (ws:// or wss://), it needs no bridge; or set it to"
                  + " OCPP-S, SOAP");
      case WRONG_NAMESPACE ->
          new Advice(
              "it speaks SOAP, but in the namespace of no version that is served",
              "Set it to OCPP-S 1.2 (urn://Ocpp/Cs/2010/08/), 1.5 (urn://Ocpp/Cs/2012/06/) or 1.6"
                  + " (urn://Ocpp/Cs/2015/10/)");
      case NOT_LET_IN ->
          new Advice(
              "it is not let in",
              "Check its identity, list it under chargers, or set autoRegister and a route");
      case NO_CALLBACK ->
          new Advice(
              "it cannot be called, so that no command of the CSMS reaches it",
              "Set the charger's own address (often called callback or charge point URL) so that"
                  + " it stands in From, or set chargers[].address");
      case CALLBACK_NOT_ALLOWED ->
          new Advice(
              "the address at which it takes commands lies outside the allowed ranges",
              "Check that address; if it is right, add its range to callback.allow, or behind NAT"
                  + " a rule to callback.rewrite");
      case CALLBACK_UNREACHABLE ->
          new Advice(
              "nobody can be reached at the address where it takes commands",
              "Check address and port, firewalls and NAT between bridge and charger; set"
                  + " chargers[].address or callback.rewrite if it names a private address");
      case CALLBACK_NOT_SOAP ->
          new Advice(
              "what answers at the address where it takes commands does not speak SOAP",
              "A router, a proxy or the charger's own web page answers there: check port and path"
                  + " of the address, and port forwarding");
      case COMMANDS_UNANSWERED ->
          new Advice(
              "it never answers commands",
              "Restart it and check its firmware; if it is slow, raise wait.command; some need"
                  + " closeConnection");
      case CSMS_PAGE ->
          new Advice(
              "a web page answers in place of the CSMS",
              "A proxy, a load balancer or a login page stands before the CSMS, or the address is"
                  + " wrong: check targets.*.url, and that Upgrade requests are let through");
      case IDENTITY_UNKNOWN ->
          new Advice(
              "the CSMS does not know the identity, or the path before it",
              "Add the charger to the CSMS, set chargers[].csms.identity if it is called otherwise"
                  + " there, and check the path in targets.*.url");
      case CREDENTIALS_REFUSED ->
          new Advice(
              "the CSMS refuses what the bridge signs in with",
              "Check auth of the target, or chargers[].csms.password and certificate, against what"
                  + " the CSMS has");
      case SUBPROTOCOL_REFUSED ->
          new Advice(
              "the CSMS does not speak the version that is set for it",
              "Set targets.*.protocol to ocpp1.6 or ocpp2.0.1, as this CSMS speaks at this address");
      case SECOND_CONNECTION ->
          new Advice(
              "the CSMS ends the connection again and again, as one does that has another"
                  + " connection of the same identity",
              "Look for a second bridge, or the charger itself, connected to the CSMS under this"
                  + " identity, and end the old session there");
      case CSMS_CERTIFICATE ->
          new Advice(
              "the CSMS's certificate is not trusted",
              "Check host name and expiry of the certificate, and tls.trust of the target");
      case CLOCK_OFF ->
          new Advice(
              "its clock is off",
              "Check its time zone (set timezone if it sends local time without one), and that it"
                  + " takes the time from BootNotification and Heartbeat");
    };
  }
}
