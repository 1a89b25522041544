package org.ocppbridge.adapter.charger;

import java.time.Duration;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Step;

/** For where no charger is asked anything. */
public final class NoCharger implements ChargerCalls.Asker {
  @Override
  public <Q, B> ChargerReply<B> ask(ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest) {
    throw new AssertionError("the charger is not asked");
  }
}
