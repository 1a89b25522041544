package org.ocppbridge.mappings.json201;

import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.json201.model.Watch;

/**
 * Whatever a charger says may cross a threshold that the CSMS monitors: the events go into the same
 * write as the change that led to them (MR B9).
 */
final class Monitored {

  private Monitored() {}

  /**
   * The same step, with what the monitors have to tell of its changes. That comes before the last
   * message, whose answer the step may need.
   */
  static <A> Step<A> step(Step<A> step, ChargerView before) {
    if (before.state().station().model().monitors().custom().isEmpty()) {
      return step;
    }
    return switch (step) {
      case Step.Done<A> done -> with(news(done.changes(), before), done);
      case Step.AskCsms<A> ask -> with(news(ask.changes(), before), ask);
      case Step.AskCharger<?, ?, A> ask -> ask;
    };
  }

  private static News news(List<Change> changes, ChargerView before) {
    return Watch.changed(
        before,
        new ChargerView(
            before.state().apply(changes), before.now(), before.policy(), before.uplink()));
  }

  private static <A> Step<A> with(News news, Step.Done<A> done) {
    List<Change> changes = join(done.changes(), news.changes());
    return done.afterwards().isEmpty()
        ? Told.with(done.answer(), changes, news.messages(), done.losses())
        : new Step.Done<>(
            done.answer(), changes, join(done.afterwards(), news.messages()), done.losses());
  }

  private static <A> Step<A> with(News news, Step.AskCsms<A> ask) {
    return new Step.AskCsms<>(
        join(ask.changes(), news.changes()),
        join(ask.others(), news.messages()),
        ask.message(),
        ask.patience(),
        ask.losses(),
        ask.next());
  }

  private static <E> List<E> join(List<E> first, List<E> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
