package org.ocppbridge.adapter.console;

import java.util.Optional;
import org.ocppbridge.adapter.console.view.ChargerDetail;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.FleetQuery;

/** The bridge and its chargers, to be read. */
final class FleetApi {

  /** Chargers on a page, unless the client says otherwise. */
  static final int PAGE = 50;

  /** Most chargers on a page. */
  static final int PAGE_MAX = 1_000;

  private final Fleet fleet;

  FleetApi(Fleet fleet) {
    this.fleet = fleet;
  }

  void addTo(Router router) {
    router
        .get("/api/v1/bridge", call -> Replies.json(call.exchange(), fleet.bridge()))
        .get("/api/v1/chargers", this::page)
        .get("/api/v1/chargers/{id}", this::charger);
  }

  private void page(Call call) {
    int offset = call.number("offset", 0, Integer.MAX_VALUE).orElse(0L).intValue();
    int limit = call.number("limit", 0, PAGE_MAX).orElse((long) PAGE).intValue();
    String sort = call.value("sort").orElse("id");
    if (!FleetQuery.isOrder(sort)) {
      throw Call.bad("sort has to be one of " + FleetQuery.ORDERS.keySet() + ", perhaps after a -");
    }
    FleetQuery query =
        new FleetQuery(
            call.value("search"),
            call.value("target"),
            call.value("soap"),
            call.value("link"),
            call.value("status"),
            call.flag("charging"),
            call.flag("attention"),
            sort);
    Replies.json(call.exchange(), query.page(fleet.rows(), offset, limit));
  }

  private void charger(Call call) {
    Optional<ChargerDetail> charger = fleet.charger(call.path("id"));
    Replies.json(call.exchange(), charger.orElseThrow(FleetApi::unknown));
  }

  static Problem.Thrown unknown() {
    return Call.missing("no charger of this identity is known");
  }
}
