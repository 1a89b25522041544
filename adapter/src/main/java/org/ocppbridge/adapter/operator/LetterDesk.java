package org.ocppbridge.adapter.operator;

import java.util.List;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.DeadLetterStatus;
import org.ocppbridge.adapter.fleet.ChargerFleet;

/** What an operator does about dead letters. */
record LetterDesk(ChargerFleet fleet) implements DeadLetterDesk {

  @Override
  public boolean retry(String id, long number) {
    return fleet.find(id).filter(charger -> charger.retry(number)).isPresent();
  }

  @Override
  public boolean drop(String id, long number) {
    return fleet.find(id).filter(charger -> charger.session().drop(number)).isPresent();
  }

  @Override
  public List<DeadLetterStatus> page(String id, long after) {
    return fleet.find(id).stream()
        .flatMap(charger -> charger.session().deadLetters(after).stream())
        .map(ChargerDetails::letter)
        .toList();
  }
}
