package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

  @Test
  void aStepThatFailsWithAnErrorDoesNotStopTheLane() {
    List<String> done = new ArrayList<>();
    Lane lane = new Lane(Runnable::run);

    lane.run(
        () -> {
          throw new StackOverflowError("of a test");
        });
    lane.run(() -> done.add("next"));

    assertThat(done).containsExactly("next");
  }
}
