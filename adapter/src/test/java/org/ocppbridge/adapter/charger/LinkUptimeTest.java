package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.adapter.time.FakeTime;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/** Fault row 26: what arose while the link was up is told from what arose before. */
class LinkUptimeTest {
  private final FakeTime time = new FakeTime();
  private final Store store = new MemoryStore();

  /** A message of before must not seem to be one of after. */
  @Test
  void row_26_what_arose_while_the_link_was_down_is_known_as_such_however_the_clock_is_set() {
    LinkUptime uptime = new LinkUptime(new ChargerId("CP-1"), store);
    uptime.up(time.now());
    Queued live = row(1);
    uptime.arose(List.of(live));
    time.setClock(Duration.ofHours(-3));
    Queued later = row(2);
    uptime.arose(List.of(later));
    assertThat(List.of(live, later)).allMatch(uptime.view()::unbrokenSince);

    uptime.down(time.now());
    Queued offline = row(3);
    uptime.arose(List.of(offline));
    time.setClock(Duration.ofHours(-3));
    uptime.up(time.now());
    uptime.arose(List.of(row(4)));
    assertThat(List.of(live, later, offline)).noneMatch(uptime.view()::unbrokenSince);
    assertThat(uptime.view().unbrokenSince(row(4))).isTrue();
  }

  private Queued row(long seq) {
    Message message = Message.transaction("Meter", JsonNodeFactory.instance.objectNode(), 1);
    return new Queued(seq, message, time.now(), 0, time.now());
  }
}
