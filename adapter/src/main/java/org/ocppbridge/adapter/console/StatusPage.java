package org.ocppbridge.adapter.console;

import java.util.List;
import java.util.Objects;

/** The plain page at the admin port: one row a charger, both of its legs side by side. */
final class StatusPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>OCPP Bridge</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body>
      <h1>OCPP Bridge</h1>
      <table border="1">
      <caption>Chargers</caption>
      <thead><tr><th scope="col">Charger</th><th scope="col">SOAP</th><th scope="col">Last heard</th>
      <th scope="col">Callback address</th><th scope="col">CSMS</th><th scope="col">Link</th>
      <th scope="col">Registered</th><th scope="col">Open transactions</th>
      <th scope="col">Waiting</th><th scope="col">Warnings</th></tr></thead>
      <tbody>
      """;

  private StatusPage() {}

  static String of(List<ChargerStatus> chargers) {
    StringBuilder page = new StringBuilder(HEAD);
    for (ChargerStatus charger : chargers) {
      page.append("<tr>");
      cell(page, charger.id());
      cell(page, charger.soap());
      cell(page, charger.lastHeard());
      cell(page, charger.callback() == null ? charger.callbackProblem() : charger.callback());
      cell(page, charger.target() + " (" + charger.protocol() + ")");
      cell(page, (charger.link() + " " + Objects.toString(charger.linkTrouble(), "")).strip());
      cell(page, charger.registration());
      cell(page, charger.openTransactions());
      cell(page, charger.waiting());
      cell(page, String.join("; ", charger.warnings()));
      page.append("</tr>\n");
    }
    return page.append("</tbody></table></body></html>\n").toString();
  }

  private static void cell(StringBuilder page, Object value) {
    page.append("<td>").append(escaped(Objects.toString(value, ""))).append("</td>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
