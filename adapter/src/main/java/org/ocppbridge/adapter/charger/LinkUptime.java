package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Uplink;

/** Since when one charger's link to the CSMS is up, as its mappings see it. */
final class LinkUptime {
  private static final long NONE = Long.MAX_VALUE;

  private final ChargerId id;
  private final Store store;
  private LinkSecurity security = LinkSecurity.NONE;

  // Null: it is not up; it was not up before, as far as this process knows.
  private Instant since;
  private Instant lostAt;

  /**
   * The place of the first message that arose since the link came up. Not told by the clock, which
   * somebody may set; and what an earlier process left lies before it.
   */
  private long first = NONE;

  LinkUptime(ChargerId id, Store store) {
    this.id = id;
    this.store = store;
  }

  /** What the mappings get to see of the link's security. */
  synchronized void secured(LinkSecurity its) {
    security = its;
  }

  /** The link came up. */
  synchronized void up(Instant now) {
    since = now;
    first = NONE;
  }

  /** The link was lost or closed. */
  synchronized void down(Instant now) {
    if (since != null) {
      lostAt = now;
    }
    since = null;
    first = NONE;
  }

  /** Messages arose. */
  synchronized void arose(List<Queued> messages) {
    if (since != null && first == NONE && !messages.isEmpty()) {
      first = messages.getFirst().seq();
    }
  }

  /** The clock was set. */
  synchronized void clockStepped(Duration by) {
    since = since == null ? null : since.plus(by);
    lostAt = lostAt == null ? null : lostAt.plus(by);
  }

  /** How it stands now. */
  synchronized Uplink view() {
    return new View(
        Optional.ofNullable(since), Optional.ofNullable(lostAt), first, id, store, security);
  }

  private record View(
      Optional<Instant> since,
      Optional<Instant> lostAt,
      long first,
      ChargerId id,
      Store store,
      LinkSecurity security)
      implements Uplink {
    @Override
    public boolean unbrokenSince(Queued message) {
      return message.seq() >= first;
    }

    @Override
    public boolean waits() {
      return store.depth(id) > 0;
    }

    @Override
    public boolean waits(int transaction) {
      return store.waits(id, transaction);
    }

    @Override
    public boolean waits(String key) {
      return store.kept(id).stream().anyMatch(kept -> kept.message().key().equals(key));
    }
  }
}
