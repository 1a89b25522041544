package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;

/** A link over a dialer and timers that do what the test says. */
abstract class LinkCase {

  static final Duration ANSWER = Duration.ofSeconds(5);

  final FakeTimers timers = new FakeTimers();
  final FakeDialer dialer = new FakeDialer();
  int ids;
  final CsmsLinks links =
      new CsmsLinks(
          new Surroundings(
              timers,
              InstantSource.system(),
              new Random(1),
              () -> "id" + ids++,
              Runnable::run,
              dialer));
  final Recorder told = new Recorder();
  CsmsTarget target = CsmsTarget.of("main", URI.create("ws://csms/ocpp"), Target.OCPP16);

  CsmsLink open() {
    CsmsLink link = links.create(LinkSettings.of(target, "CP1"), told);
    link.open();
    return link;
  }

  CsmsLink up() {
    CsmsLink link = open();
    dialer.last().letThrough();
    return link;
  }

  void withoutPings() {
    target = target.withTimes(new CsmsTarget.Times(ANSWER, Duration.ZERO, ANSWER, ANSWER));
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String reason(CompletableFuture<Reply> reply) {
    return ((Reply.None) reply.join()).reason();
  }
}
