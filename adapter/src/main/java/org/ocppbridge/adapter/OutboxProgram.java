package org.ocppbridge.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ocppbridge.adapter.cli.OutboxOptions;
import org.ocppbridge.adapter.cli.OutboxOptions.Action;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.console.AdminServer;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Printable;

/**
 * {@code outbox}: asks the bridge that runs on the data folder, else works on the folder itself.
 */
final class OutboxProgram implements Program<OutboxOptions> {
  private static final Pattern ADMIN = Pattern.compile("admin (https?://[^ ]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a bridge says of itself in the data folder, so that it can be asked. */
  static String holder(String admin) {
    return "process " + ProcessHandle.current().pid() + ", admin " + admin;
  }

  @Override
  public int run(OutboxOptions options, Surroundings surroundings) throws Exception {
    try (Store store = StorePrograms.open(options.config())) {
      return onStore(store, options, surroundings.out());
    } catch (StoreException e) {
      Matcher admin = ADMIN.matcher(e.holder());
      if (!admin.find()) {
        throw e;
      }
      return onBridge(URI.create(admin.group(1)), options, surroundings.out());
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

  private static int onBridge(URI admin, OutboxOptions options, PrintStream out)
      throws IOException, InterruptedException {
    if (options.action() == Action.LIST) {
      HttpResponse<String> answer = ask(request(admin, "/api/v1/chargers", options).GET(), options);
      check(answer);
      for (JsonNode charger : new ObjectMapper().readTree(answer.body()).path("chargers")) {
        if (charger.path("deadLetters").size() > 0) {
          printAll(admin, charger.path("id").asText(), options, out);
        }
      }
      return 0;
    }
    String command = AdminServer.LETTERS + options.action().name().toLowerCase(Locale.ROOT);
    String path = of(command, options.charger()) + "&number=" + options.number();
    HttpResponse<String> answer =
        ask(request(admin, path, options).POST(HttpRequest.BodyPublishers.noBody()), options);
    if (answer.statusCode() != 404) {
      check(answer);
    }
    return done(options, answer.statusCode() == 200, out);
  }

  private static String of(String path, String charger) {
    return path + "?charger=" + URLEncoder.encode(charger, StandardCharsets.UTF_8);
  }

  private static void printAll(URI admin, String charger, OutboxOptions options, PrintStream out)
      throws IOException, InterruptedException {
    String path = of(AdminServer.LETTERS_PAGE, charger) + "&after=";
    long last = 0;
    JsonNode page;
    do {
      HttpResponse<String> answer = ask(request(admin, path + last, options).GET(), options);
      check(answer);
      page = new ObjectMapper().readTree(answer.body());
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

  private static HttpRequest.Builder request(URI admin, String path, OutboxOptions options)
      throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(admin.resolve(path)).timeout(PATIENCE);
    return request.header("Authorization", "Bearer " + token(options.config()));
  }

  /** Of the settings, else the one that the running bridge left beside its data. */
  private static String token(BridgeConfig config) throws IOException {
    Optional<Secret> configured = config.admin().token();
    return configured.isPresent()
        ? configured.get().reveal()
        : Files.readString(config.data().resolve(Wiring.RUN_TOKEN)).strip();
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request, OutboxOptions options)
      throws IOException, InterruptedException {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    options.config().admin().tls().map(TlsContexts::toServer).ifPresent(client::sslContext);
    try (HttpClient http = client.build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void check(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(
          "the bridge at %s says %d: %s"
              .formatted(answer.uri().getAuthority(), answer.statusCode(), answer.body().strip()));
    }
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
