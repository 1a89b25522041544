package org.ocppbridge.adapter.charger;

import java.util.List;
import org.ocppbridge.adapter.link.LinkWays;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.LinkNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a link and the work in its background tell a charger's session. */
public record SessionHome(ChargerSession session, Time time) implements LinkWays.Home {
  private static final Logger LOG = LoggerFactory.getLogger(SessionHome.class);

  @Override
  public ChargerState state() {
    return session.state();
  }

  /** What cannot be kept now is proved again by the next connection. */
  @Override
  public void note(Change change) {
    session.occupancy().inside(() -> kept(change));
  }

  private void kept(Change change) {
    try {
      session.note(List.of(change));
    } catch (BridgeFault.NotStored e) {
      LOG.warn("charger {}: {}", session.id(), e.getMessage());
    }
  }

  @Override
  public void news(LinkNews news) {
    time.run(() -> session.occupancy().inside(() -> told(news)));
  }

  private void told(LinkNews news) {
    session.carryOut(
        view -> session.dialect().news(news, view), session.view().policy().waits().command());
  }
}
