package org.ocppbridge.adapter.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ocppbridge.adapter.cli.OutboxOptions;
import org.ocppbridge.adapter.cli.OutboxOptions.Action;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.console.AdminServer;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Printable;

/**
 * {@code outbox}: asks the bridge that runs on the data folder, else works on the folder itself.
 */
public final class OutboxProgram implements Program<OutboxOptions> {
  @Override
  public int run(OutboxOptions options, Surroundings surroundings) throws Exception {
    try (Store store = DataFolder.open(options.config())) {
      return onStore(store, options, surroundings.out());
    } catch (StoreException e) {
      AdminClient bridge = AdminClient.of(e, options.config()).orElseThrow(() -> e);
      return onBridge(bridge, options, surroundings.out());
    }
  }

  private static int onStore(Store store, OutboxOptions options, PrintStream out) {
    if (options.action() == Action.LIST) {
      store.chargers().stream()
          .sorted()
          .flatMap(id -> pages(number -> store.deadLetters(id, number), Store.DeadLetter::number))
          .forEach(
              letter ->
                  print(
                      out,
                      letter.charger().value(),
                      letter.number(),
                      letter.parkedAt().toString(),
                      letter.queued().message().action(),
                      letter.reason(),
                      letter.queued().message().payload().toString()));
      return 0;
    }
    ChargerId id = new ChargerId(options.charger());
    return done(
        options,
        options.action() == Action.RETRY
            ? store.retry(id, options.number(), Instant.now()).isPresent()
            : store.drop(id, options.number()),
        out);
  }

  private static int onBridge(AdminClient bridge, OutboxOptions options, PrintStream out)
      throws IOException, InterruptedException {
    if (options.action() == Action.LIST) {
      list(bridge, out);
      return 0;
    }
    String command = AdminServer.LETTERS + options.action().name().toLowerCase(Locale.ROOT);
    String path = of(command, options.charger()) + "&number=" + options.number();
    HttpResponse<String> answer =
        bridge.ask(bridge.request(path).POST(HttpRequest.BodyPublishers.noBody()));
    if (answer.statusCode() != 404) {
      AdminClient.check(answer);
    }
    return done(options, answer.statusCode() == 200, out);
  }

  private static void list(AdminClient bridge, PrintStream out)
      throws IOException, InterruptedException {
    String last = "";
    JsonNode holders;
    do {
      String after = "?after=" + URLEncoder.encode(last, StandardCharsets.UTF_8);
      holders = read(bridge, AdminServer.LETTER_HOLDERS + after);
      for (JsonNode holder : holders) {
        last = holder.path("charger").asText();
        printAll(bridge, last, out);
      }
    } while (!holders.isEmpty());
  }

  private static JsonNode read(AdminClient bridge, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = bridge.ask(bridge.request(path).GET());
    AdminClient.check(answer);
    return new ObjectMapper().readTree(answer.body());
  }

  private static String of(String path, String charger) {
    return path + "?charger=" + URLEncoder.encode(charger, StandardCharsets.UTF_8);
  }

  private static void printAll(AdminClient bridge, String charger, PrintStream out)
      throws IOException, InterruptedException {
    String path = of(AdminServer.LETTERS_PAGE, charger) + "&after=";
    long last = 0;
    JsonNode page;
    do {
      page = read(bridge, path + last);
      for (JsonNode letter : page) {
        last = letter.path("number").asLong();
        print(
            out,
            charger,
            last,
            letter.path("at").asText(),
            letter.path("action").asText(),
            letter.path("reason").asText(),
            letter.path("payload").asText());
      }
    } while (!page.isEmpty());
  }

  /** All pages, one after the other, each read when the one before is used up. */
  private static <T> Stream<T> pages(LongFunction<List<T>> page, ToLongFunction<T> number) {
    return Stream.iterate(
            page.apply(0),
            found -> !found.isEmpty(),
            found -> page.apply(number.applyAsLong(found.getLast())))
        .flatMap(List::stream);
  }

  private static int done(OutboxOptions options, boolean found, PrintStream out)
      throws StoreException {
    if (!found) {
      throw new StoreException(
          "charger %s has no dead letter %d".formatted(options.charger(), options.number()));
    }
    out.println(
        "charger %s: dead letter %d %s"
            .formatted(
                Printable.of(options.charger()),
                options.number(),
                options.action() == Action.RETRY ? "waits for the CSMS again" : "is gone"));
    return 0;
  }

  private static void print(
      PrintStream out,
      String charger,
      long number,
      String at,
      String action,
      String reason,
      String payload) {
    out.println(
        String.join(
            "\t",
            Printable.of(charger),
            Long.toString(number),
            at,
            Printable.of(action),
            Printable.of(reason),
            payload));
  }
}
