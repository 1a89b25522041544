package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private final BodyBudget budget = new BodyBudget(100);
  private final List<String> givenUp = new ArrayList<>();

  private BodyBudget.Hold hold(String name) {
    return budget.hold(() -> givenUp.add(name));
  }

  @Test
  void theBodyThatHasBeenArrivingForLongestGivesWay() {
    BodyBudget.Hold slow = hold("slow");
    BodyBudget.Hold second = hold("second");
    assertThat(slow.grow(60)).isTrue();
    assertThat(second.grow(30)).isTrue();

    assertThat(hold("honest").grow(20)).isTrue();

    assertThat(givenUp).containsExactly("slow");
    assertThat(budget.held()).isEqualTo(50);
    assertThat(slow.grow(1)).isFalse();
    assertThat(slow.arrived()).isFalse();
  }

  @Test
  void bodiesInWorkStayAndTheNewcomerIsRefused() {
    BodyBudget.Hold working = hold("working");
    assertThat(working.grow(90)).isTrue();
    assertThat(working.arrived()).isTrue();

    assertThat(hold("new").grow(20)).isFalse();

    assertThat(givenUp).isEmpty();
    working.release();
    working.release();
    assertThat(budget.held()).isZero();
    assertThat(hold("next").grow(100)).isTrue();
  }

  @Test
  void whoHasBeenArrivingForLongestDoesNotDriveOutOthers() {
    BodyBudget.Hold slow = hold("slow");
    BodyBudget.Hold other = hold("other");
    assertThat(slow.grow(60)).isTrue();
    assertThat(other.grow(40)).isTrue();

    assertThat(slow.grow(60)).isFalse();

    assertThat(givenUp).isEmpty();
  }
}
