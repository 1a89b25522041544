package org.ocppbridge.adapter.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ocppbridge.mappings.Loss;

/** Tells two. What the second began on a thread ends before what the first began. */
record Both(Watch first, Watch second) implements Watch {

  @Override
  public Timing exchange(WatchedExchange exchange) {
    Timing outer = first.exchange(exchange);
    return second.exchange(exchange).and(outer);
  }

  @Override
  public Timing stage(Stage stage, String what) {
    Timing outer = first.stage(stage, what);
    return second.stage(stage, what).and(outer);
  }

  @Override
  public void lost(String operation, List<Loss> losses) {
    first.lost(operation, losses);
    second.lost(operation, losses);
  }

  @Override
  public void noticed(Mistake mistake, String charger, String seen) {
    first.noticed(mistake, charger, seen);
    second.noticed(mistake, charger, seen);
  }

  @Override
  public void over(String charger, Set<Mistake> mistakes) {
    first.over(charger, mistakes);
    second.over(charger, mistakes);
  }

  @Override
  public void clock(Duration ahead) {
    first.clock(ahead);
    second.clock(ahead);
  }

  @Override
  public Runnable carried(Runnable task) {
    return first.carried(second.carried(task));
  }

  @Override
  public void turnedAway(Refusal reason) {
    first.turnedAway(reason);
    second.turnedAway(reason);
  }
}
