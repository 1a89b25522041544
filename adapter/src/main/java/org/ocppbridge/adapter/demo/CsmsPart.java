package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.ocppbridge.adapter.samplecsms.CallAnswer;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.mappings.SoapVersion;

/** What the CSMS asks the charger, and what the charger then does. */
final class CsmsPart {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofHours(1);

  private final String charger;
  private final SampleCsms csms;
  private final Pairing pairing;
  private final Wording wording;
  private final Scoreboard scoreboard;

  CsmsPart(
      String charger, SampleCsms csms, Pairing pairing, Wording wording, Scoreboard scoreboard) {
    this.charger = charger;
    this.csms = csms;
    this.pairing = pairing;
    this.wording = wording;
    this.scoreboard = scoreboard;
  }

  /** The whole part. */
  void play(SoapVersion version, Instant now) throws InterruptedException {
    String later = now.plus(LATER).truncatedTo(ChronoUnit.SECONDS).toString();
    for (Ask ask : wording.script(version)) {
      ask(ask, later);
    }
  }

  private void ask(Ask ask, String later) throws InterruptedException {
    Map<String, Integer> wanted = new HashMap<>();
    ask.followUps().forEach(operation -> wanted.merge(operation, 1, Integer::sum));
    wanted.replaceAll((operation, times) -> times + pairing.count(charger, operation));
    String transaction = wording.lastTransaction(charger);
    CallAnswer answer =
        csms.call(charger, ask.action(), ask.payload(transaction, later), ANSWER_MAX);
    switch (answer) {
      case CallAnswer.Result result ->
          ask.expected().forEach((name, value) -> expect(ask, name, value, result.payload()));
      case CallAnswer.Error error ->
          problem(ask, "got the error " + error.code() + ": " + error.description());
      case CallAnswer.None none -> problem(ask, "got no answer: " + none.reason());
    }
    for (Map.Entry<String, Integer> each : wanted.entrySet()) {
      if (answer instanceof CallAnswer.Result
          && !pairing.awaitCount(charger, each.getKey(), each.getValue())) {
        problem(ask, "was not followed by " + each.getKey());
      }
    }
    pairing.settle(charger);
  }

  private void expect(Ask ask, String name, String value, JsonNode payload) {
    String is = (name.startsWith("/") ? payload.at(name) : payload.path(name)).asText();
    if (!is.equals(value)) {
      problem(ask, "was answered with " + name + " '" + is + "', not '" + value + "'");
    }
  }

  private void problem(Ask ask, String text) {
    scoreboard.problem(charger + ": " + ask.action() + " " + text);
  }
}
