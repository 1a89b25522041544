package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ocppbridge.adapter.simulate.Exchange;

/** Prints stories: the request's row, then the answer's. */
final class Printer {
  private final PrintStream out;
  private final TwoColumns columns;
  private final DemoOptions options;
  private final Set<String> shownWhole = new HashSet<>();
  private final Wording wording;
  private int number;

  Printer(PrintStream out, DemoOptions options, Wording wording) {
    this.wording = wording;
    this.out = out;
    this.options = options;
    this.columns = new TwoColumns(options.width(), options.colour());
  }

  synchronized void heading(String text) {
    out.println();
    out.println(
        Ink.TITLE.on(
            "══ " + text + " " + "═".repeat(Math.max(2, options.width() - text.length() - 4)),
            options.colour()));
  }

  synchronized void line(String text, Ink ink) {
    out.println(ink.on(text, options.colour()));
  }

  /** Prints a story and what is wrong with it. */
  synchronized void story(Story story, List<String> problems) {
    boolean whole =
        options.fullEnvelopes() || shownWhole.add(story.charger() + story.fromCharger());
    String who =
        story.saidByTheBridge()
            ? "the bridge says for " + story.charger()
            : story.fromCharger() ? story.charger() + " asks" : "the CSMS asks " + story.charger();
    String took =
        story
            .soap()
            .map(soap -> String.format(Locale.ROOT, "%.0f ms", soap.took().toNanos() / 1e6))
            .orElse("no SOAP");
    out.println();
    out.println(
        columns.title(
            ++number + " · " + story.operation() + " · " + who,
            took,
            problems.isEmpty() ? Ink.TITLE : Ink.BAD));
    row(
        story
            .soap()
            .map(Exchange::request)
            .map(text -> soap(text, whole))
            .orElse(
                List.of(
                    story.fromCharger()
                        ? "(said by the bridge itself)"
                        : "(the charger was not asked)")),
        story.json().map(JsonCall::call).map(this::json).orElse(List.of(absent(story))),
        story.fromCharger());
    row(
        story.soap().map(Exchange::response).map(text -> soap(text, whole)).orElse(List.of()),
        story.json().flatMap(JsonCall::answer).map(this::json).orElse(List.of()),
        !story.fromCharger());
    problems.forEach(problem -> line("   ✗ " + problem, Ink.BAD));
    out.flush();
  }

  private String absent(Story story) {
    return wording.mayStayAlone(story)
        ? (story.fromCharger()
            ? "(answered by the bridge: the CSMS knows it already, or has no use for it)"
            : "(asked by the bridge itself)")
        : "(nothing came to the CSMS)";
  }

  private List<String> json(JsonNode frame) {
    return PrettyJson.frame(frame, options.fullEnvelopes());
  }

  private static List<String> soap(String envelope, boolean whole) {
    return whole ? PrettyXml.whole(envelope) : PrettyXml.body(envelope);
  }

  private void row(List<String> soap, List<String> json, boolean toJson) {
    if (!soap.isEmpty() || !json.isEmpty()) {
      columns.row(soap, json, toJson).forEach(out::println);
    }
  }
}
