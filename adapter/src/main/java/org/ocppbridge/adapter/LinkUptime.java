package org.ocppbridge.adapter;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.Uplink;

/** Since when one charger's link to the CSMS is up, as its mappings see it. */
final class LinkUptime {
  private final ChargerId id;
  private final Store store;
  private volatile Instant since;
  private volatile LinkSecurity security = LinkSecurity.NONE;

  LinkUptime(ChargerId id, Store store) {
    this.id = id;
    this.store = store;
  }

  /** What the mappings get to see of the link's security. */
  void secured(LinkSecurity its) {
    security = its;
  }

  /** The link came up. */
  void up(Instant now) {
    since = now;
  }

  /** The link was lost or closed. */
  void down() {
    since = null;
  }

  /** How it stands now. */
  Uplink view() {
    return new View(Optional.ofNullable(since), id, store, security);
  }

  private record View(Optional<Instant> since, ChargerId id, Store store, LinkSecurity security)
      implements Uplink {
    @Override
    public boolean waits() {
      return store.depth(id) > 0;
    }

    @Override
    public boolean waits(int transaction) {
      return store.waits(id, transaction);
    }
  }
}
