package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import java.util.Comparator;
import java.util.List;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.DeadLetterStatus;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.FleetRow;

/** Dead letters: messages that were given up, for a person to decide. */
final class LettersApi {

  /** Where they are, with the command behind it if there is one. */
  static final String PATH = "/api/v1/dead-letters";

  /** Where the chargers are that have some. */
  static final String HOLDERS = PATH + "/chargers";

  /** Chargers on a page. */
  static final int CHARGERS_MAX = 200;

  private final Fleet fleet;
  private final DeadLetterDesk desk;
  private final AuditLog audit;

  /** Who has dead letters. */
  record Holder(String charger, long count) {}

  /** What became of a command. */
  record Done(boolean done) {}

  LettersApi(Fleet fleet, DeadLetterDesk desk, AuditLog audit) {
    this.fleet = fleet;
    this.desk = desk;
    this.audit = audit;
  }

  void addTo(Router router) {
    router
        .get(PATH, this::page)
        .get(HOLDERS, this::holders)
        .post(PATH + "/retry", call -> command("retry", call, desk::retry))
        .post(PATH + "/drop", call -> command("drop", call, desk::drop));
  }

  private void page(Call call) {
    long after = call.number("after", 0, Long.MAX_VALUE).orElse(0L);
    List<DeadLetterStatus> page = desk.page(call.needed("charger"), after);
    Replies.json(call.exchange(), page);
  }

  /** A page of them, by identity; {@code after} is the last one of the page before. */
  private void holders(Call call) {
    String after = call.value("after").orElse("");
    List<Holder> holders =
        fleet.rows().stream()
            .filter(row -> row.deadLetterCount() > 0 && row.id().compareTo(after) > 0)
            .sorted(Comparator.comparing(FleetRow::id))
            .limit(CHARGERS_MAX)
            .map(row -> new Holder(row.id(), row.deadLetterCount()))
            .toList();
    Replies.json(call.exchange(), holders);
  }

  /** What is done about a dead letter. */
  private interface Command {
    boolean carryOut(String charger, long number);
  }

  private void command(String what, Call call, Command command) {
    String charger = call.needed("charger");
    call.needed("number");
    long number = call.number("number", 0, Long.MAX_VALUE).orElseThrow();
    boolean done = command.carryOut(charger, number);
    HttpServerExchange exchange = call.exchange();
    audit.write(
        Guard.who(exchange),
        Guard.from(exchange),
        what + " dead letter",
        charger + " " + number,
        done);
    if (!done) {
      throw Call.missing("there is no such dead letter");
    }
    Replies.json(exchange, new Done(true));
  }
}
