package org.ocppbridge.adapter.console;

import java.util.Objects;
import java.util.Optional;

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
      """;

  private static final String TABLE =
      """
      <table border="1">
      <caption>Chargers</caption>
      <thead><tr><th scope="col">Charger</th><th scope="col">SOAP</th><th scope="col">Last heard</th>
      <th scope="col">Callback address</th><th scope="col">CSMS</th><th scope="col">Link</th>
      <th scope="col">Registered</th><th scope="col">Open transactions</th>
      <th scope="col">Waiting</th><th scope="col">Dropped</th><th scope="col">Dead letters</th>
      <th scope="col">Its own leg</th><th scope="col">Warnings</th><th scope="col">Alarms</th></tr></thead>
      <tbody>
      """;

  private static final String DEAD_LETTERS =
      """
      <table border="1">
      <caption>Dead letters: messages that were given up</caption>
      <thead><tr><th scope="col">Charger</th><th scope="col">Given up</th><th scope="col">Message</th>
      <th scope="col">Why</th><th scope="col">Content</th></tr></thead>
      <tbody>
      """;

  private static final String TABLE_END = "</tbody></table>\n";

  private StatusPage() {}

  /**
   * @param csrf of the session, which its forms send back; empty: no forms
   */
  static String of(BridgeStatus bridge, Optional<String> csrf) {
    StringBuilder page = new StringBuilder(HEAD);
    bridge.warnings().forEach(text -> page.append("<p>").append(escaped(text)).append("</p>\n"));
    page.append(TABLE);
    bridge.chargers().forEach(charger -> row(page, charger, csrf));
    page.append(TABLE_END).append(DEAD_LETTERS);
    bridge.chargers().forEach(charger -> deadLetters(page, charger));
    page.append(TABLE_END);
    LinkStatus links = bridge.links();
    page.append("<p>Open links: ").append(links.open());
    page.append(". Late answers: ").append(links.lateAnswers());
    page.append(". Unreadable messages: ").append(links.unreadableFrames());
    page.append(". Repeated calls: ").append(links.repeatedCalls());
    page.append(".</p>\n");
    csrf.ifPresent(value -> page.append(form("/logout", value, "", "Sign out")));
    return page.append("</body></html>\n").toString();
  }

  private static void row(StringBuilder page, ChargerStatus charger, Optional<String> csrf) {
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
    cell(page, charger.dropped());
    cell(page, charger.deadLetters().size() + charger.deadLettersForgotten());
    cell(page, charger.leg());
    cell(page, String.join("; ", charger.warnings()));
    page.append("<td>");
    charger.alarms().forEach(alarm -> page.append(escaped(alarm)).append("<br>"));
    csrf.filter(value -> !charger.alarms().isEmpty())
        .ifPresent(
            value -> page.append(form("/api/v1/chargers/accept", value, charger.id(), "Accept")));
    page.append("</td>");
    page.append("</tr>\n");
  }

  private static void deadLetters(StringBuilder page, ChargerStatus charger) {
    for (DeadLetterStatus letter : charger.deadLetters()) {
      page.append("<tr>");
      cell(page, charger.id());
      cell(page, letter.at());
      cell(page, letter.action());
      cell(page, letter.reason());
      cell(page, letter.payload());
      page.append("</tr>\n");
    }
  }

  private static String form(String action, String csrf, String id, String button) {
    return """
        <form method="post" action="%s"><input type="hidden" name="csrf" value="%s">\
        <input type="hidden" name="id" value="%s"><button type="submit">%s</button></form>
        """
        .formatted(action, csrf, escaped(id), button);
  }

  private static void cell(StringBuilder page, Object value) {
    page.append("<td>").append(escaped(Objects.toString(value, ""))).append("</td>");
  }

  private static String escaped(String text) {
    return Replies.escaped(text);
  }
}
