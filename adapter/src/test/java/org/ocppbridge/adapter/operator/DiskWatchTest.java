package org.ocppbridge.adapter.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
  private static final long MB = 1 << 20;

  @Test
  void there_is_an_alarm_while_less_is_free_than_wanted() {
    AtomicLong free = new AtomicLong(501 * MB);
    DiskWatch watch = new DiskWatch(free::get, 500);

    watch.look();
    assertThat(watch.alarm()).isEmpty();
    free.set(499 * MB);
    watch.look();
    assertThat(watch.alarm()).get().asString().contains("499 MB").contains("limits.diskFree");
    free.set(600 * MB);
    watch.look();
    assertThat(watch.alarm()).isEmpty();
  }

  @Test
  void a_disk_that_cannot_be_asked_is_no_alarm() {
    DiskWatch watch =
        new DiskWatch(
            () -> {
              throw new IOException("gone");
            },
            500);

    watch.look();

    assertThat(watch.alarm()).isEmpty();
  }
}
