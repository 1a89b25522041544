package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminServerTest {

  static final String TOKEN = "0123456789abcdef";

  private static final Pattern COOKIE =
      Pattern.compile("(?i)set-cookie: (bridge-session=[0-9a-f]+)");
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private final List<String> accepted = new ArrayList<>();
  private final AuditLog audit = new AuditLog(Optional.empty(), () -> now);
  private final AdminServer server =
      new AdminServer(
          new AdminSettings("127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), () -> now),
          AdminToken.configured(TOKEN),
          audit,
          new Operator(
              () -> true,
              AdminServerTest::nobody,
              accepted::add,
              now -> Optional.empty(),
              DESK,
              () -> ""));

  @AfterEach
  void stop() {
    server.close();
  }

  static AdminServer server(String token, Supplier<BridgeStatus> status) {
    InstantSource clock = InstantSource.system();
    return new AdminServer(
        new AdminSettings("127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), clock),
        AdminToken.configured(token),
        new AuditLog(Optional.empty(), clock),
        new Operator(() -> true, status, id -> true, now -> Optional.empty(), DESK, () -> ""));
  }

  private static BridgeStatus nobody() {
    return new BridgeStatus(
        new LinkStatus(0, 0, 0, 0),
        List.of(
            new ChargerStatus(
                "CP-1",
                "1.6",
                Instant.EPOCH,
                null,
                "",
                "main",
                "ocpp1.6",
                "UP",
                "",
                "",
                List.of(),
                0,
                0,
                List.of(),
                0,
                "",
                List.of(),
                List.of("another device"))),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/chargers", "/api/v1/audit"})
  void nothingButHealthAndSignInIsShownToStrangers(String path) throws IOException {
    assertThat(get(path, "")).startsWith("HTTP/1.1 401");
    assertThat(get(path, "Authorization: Bearer 0123456789abcdee")).startsWith("HTTP/1.1 401");
    assertThat(get(path, "Cookie: bridge-session=00")).startsWith("HTTP/1.1 401");
    assertThat(get(path, "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 200");
    assertThat(get("/health/live", "")).startsWith("HTTP/1.1 200");
    assertThat(get("/login", "")).startsWith("HTTP/1.1 200").contains("<form");
  }

  @Test
  void aBrowserIsLedToTheSignInPageAndInWithACookieThatNoScriptReads() throws IOException {
    assertThat(get("/", "Accept: text/html"))
        .startsWith("HTTP/1.1 303")
        .contains("Location: /login");

    String answer = post("/login", "token=" + TOKEN, "");

    assertThat(answer).startsWith("HTTP/1.1 303").contains("; HttpOnly; SameSite=Strict");
    assertThat(get("/", "Cookie: " + cookie(answer))).startsWith("HTTP/1.1 200").contains("CP-1");
  }

  @Test
  void aSessionEndsByItselfAndBySigningOut() throws IOException {
    String first = cookie(post("/login", "token=" + TOKEN, ""));
    String csrf = found(CSRF, get("/", "Cookie: " + first));
    assertThat(post("/logout", "csrf=" + csrf, "Cookie: " + first)).contains("Max-Age=0");
    assertThat(get("/", "Cookie: " + first)).startsWith("HTTP/1.1 401");

    String second = cookie(post("/login", "token=" + TOKEN, ""));
    now = now.plus(Duration.ofHours(2));
    assertThat(get("/", "Cookie: " + second)).startsWith("HTTP/1.1 401");
  }

  @Test
  void whatASessionChangesNeedsItsCsrfValue() throws IOException {
    String session = cookie(post("/login", "token=" + TOKEN, ""));
    String csrf = found(CSRF, get("/", "Cookie: " + session));
    String path = "/api/v1/chargers/accept";

    assertThat(post(path, "id=CP-1", "Cookie: " + session)).startsWith("HTTP/1.1 403");
    assertThat(post(path, "id=CP-1&csrf=00", "Cookie: " + session)).startsWith("HTTP/1.1 403");
    assertThat(
            post(path, "id=CP-1&csrf=" + csrf, "Origin: http://evil.example\r\nCookie: " + session))
        .startsWith("HTTP/1.1 403");
    assertThat(get(path, "Cookie: " + session)).startsWith("HTTP/1.1 405");
    assertThat(accepted).isEmpty();

    assertThat(post(path, "id=CP-1&csrf=" + csrf, "Cookie: " + session)).startsWith("HTTP/1.1 303");
    assertThat(post(path, "id=CP-2", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 200");
    assertThat(accepted).containsExactly("CP-1", "CP-2");
  }

  @Test
  void aBodyWithoutEndIsRefusedBeforeItIsRead() throws IOException {
    String head = "POST /login HTTP/1.1\r\nHost: bridge.example";
    assertThat(ask(head, "Content-Length: 100000000", "")).startsWith("HTTP/1.1 413");
    assertThat(ask(head, "Transfer-Encoding: chunked", "fffffff\r\n")).startsWith("HTTP/1.1 413");
  }

  @Test
  void aForeignPageCannotSignIn() throws IOException {
    assertThat(post("/login", "token=" + TOKEN, "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void whoGuessesTokensHasToWait() throws IOException {
    for (int i = 0; i < Attempts.MAX; i++) {
      assertThat(post("/login", "token=wrong" + i, "")).startsWith("HTTP/1.1 401");
    }
    assertThat(post("/login", "token=" + TOKEN, "")).startsWith("HTTP/1.1 429");
    assertThat(get("/", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 429");

    now = now.plus(Attempts.WINDOW);
    assertThat(post("/login", "token=" + TOKEN, "")).startsWith("HTTP/1.1 303");
  }

  @Test
  void everyActionAndEveryRefusalStandsInTheAuditLog() throws IOException {
    String request = "token=" + URLEncoder.encode("wr\nong", StandardCharsets.UTF_8);
    assertThat(post("/login", request, "")).startsWith("HTTP/1.1 401");
    assertThat(post("/login", "token=" + TOKEN, "")).startsWith("HTTP/1.1 303");
    assertThat(post("/api/v1/chargers/accept", "id=CP%0A1", "Authorization: Bearer " + TOKEN))
        .startsWith("HTTP/1.1 200");

    assertThat(audit.last())
        .extracting(AuditLog.Entry::action, AuditLog.Entry::done)
        .containsExactly(
            tuple("sign in", false), tuple("sign in", true), tuple("accept charger", true));
    assertThat(audit.last().getLast().detail()).doesNotContain("\n");
    assertThat(get("/api/v1/audit", "Authorization: Bearer " + TOKEN))
        .contains("\"action\":\"accept charger\"")
        .doesNotContain(TOKEN);
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() throws IOException {
    for (String path : List.of("/", "/login", "/health/live", "/nowhere")) {
      assertThat(get(path, ""))
          .contains("Content-Security-Policy: default-src 'none'", "frame-ancestors 'none'")
          .contains("X-Frame-Options: DENY", "X-Content-Type-Options: nosniff")
          .contains("Referrer-Policy: no-referrer", "Cache-Control: no-store");
    }
  }

  @Test
  void theFirstTokenIsToldOnceAndOnlyItsArgon2HashIsKept() throws IOException {
    Path file = folder.resolve("data").resolve("admin-token.hash");

    AdminToken first = AdminToken.kept(file);
    String token = first.fresh().orElseThrow();
    AdminToken second = AdminToken.kept(file);

    assertThat(second.fresh()).isEmpty();
    assertThat(second.is(token)).isTrue();
    assertThat(second.is(token + "0")).isFalse();
    assertThat(Files.readString(file)).startsWith("$argon2id$v=19$").doesNotContain(token);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "retry?charger=CP%201&number=7, 200",
    "drop?charger=CP%201&number=7, 200",
    "retry?charger=CP%201&number=8, 404",
    "retry?charger=CP%201&number=x, 400",
    "burn?charger=CP%201&number=7, 404"
  })
  void aDeadLetterIsTriedAgainOrDroppedOnCommand(String command, int status) throws IOException {
    String path = "/api/v1/dead-letters/" + command;
    assertThat(post(path, "", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void nobodyElseDecidesOnDeadLetters() throws IOException {
    assertThat(post("/api/v1/dead-letters/drop", "charger=CP+1&number=7", ""))
        .startsWith("HTTP/1.1 401");
  }

  /** Has one dead letter. */
  static final DeadLetterDesk DESK =
      new DeadLetterDesk() {
        @Override
        public List<DeadLetterStatus> page(String charger, long after) {
          return charger.equals("CP 1") && after == 6
              ? List.of(new DeadLetterStatus(7, Instant.EPOCH, "Stop", "no", "{}"))
              : List.of();
        }

        @Override
        public boolean retry(String charger, long number) {
          return charger.equals("CP 1") && number == 7;
        }

        @Override
        public boolean drop(String charger, long number) {
          return retry(charger, number);
        }
      };

  @Test
  void whoReadsTheFileOfTheRunSignsInByIt() throws IOException {
    Path file = folder.resolve("admin-run-token");
    AdminToken token = AdminToken.configured(TOKEN).alsoIn(file);
    assertThat(token.is(Files.readString(file).strip())).isTrue();
    assertThat(token.is(TOKEN)).isTrue();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  private static String cookie(String answer) {
    return found(COOKIE, answer);
  }

  private static String found(Pattern pattern, String answer) {
    Matcher matcher = pattern.matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return matcher.group(1);
  }

  private String get(String path, String header) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: bridge.example", header, "");
  }

  private String post(String path, String form, String header) throws IOException {
    String type = "\r\nContent-Type: application/x-www-form-urlencoded";
    return ask(
        "POST " + path + " HTTP/1.1\r\nHost: bridge.example" + type + length(form), header, form);
  }

  private static String length(String form) {
    return "\r\nContent-Length: " + form.length();
  }

  private String ask(String head, String header, String body) throws IOException {
    String whole =
        head + (header.isEmpty() ? "" : "\r\n" + header) + "\r\nConnection: close\r\n\r\n" + body;
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
