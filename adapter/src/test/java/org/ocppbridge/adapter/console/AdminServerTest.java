package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([0-9a-f]+)\"");

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private final FakeFleet fleet =
      new FakeFleet(FakeFleet.row("CP-1", "UP", 1), FakeFleet.row("CP/2 ü", "UP", 0));
  private final AuditLog audit = new AuditLog(Optional.empty(), () -> now);
  private final AdminServer server =
      new AdminServer(
          new AdminSettings("127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), () -> now),
          AdminToken.configured(TOKEN),
          audit,
          fleet.operator());

  @AfterEach
  void stop() {
    server.close();
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
    assertThat(get("/", "Cookie: " + cookie(answer))).startsWith("HTTP/1.1 200").contains("Fleet");
  }

  @Test
  void aSessionEndsByItselfAndBySigningOut() throws IOException {
    String first = cookie(post("/login", "token=" + TOKEN, ""));
    String csrf = found(CSRF, get("/api/v1/session", "Cookie: " + first));
    assertThat(post("/logout", "csrf=" + csrf, "Cookie: " + first)).contains("Max-Age=0");
    assertThat(get("/", "Cookie: " + first)).startsWith("HTTP/1.1 401");

    String second = cookie(post("/login", "token=" + TOKEN, ""));
    now = now.plus(Duration.ofHours(2));
    assertThat(get("/", "Cookie: " + second)).startsWith("HTTP/1.1 401");
  }

  @Test
  void whatASessionChangesNeedsItsCsrfValue() throws IOException {
    String session = cookie(post("/login", "token=" + TOKEN, ""));
    String csrf = found(CSRF, get("/api/v1/session", "Cookie: " + session));
    String path = "/api/v1/chargers/CP-1/accept";

    assertThat(post(path, "", "Cookie: " + session)).startsWith("HTTP/1.1 403");
    assertThat(post(path, "csrf=00", "Cookie: " + session)).startsWith("HTTP/1.1 403");
    assertThat(post(path, "csrf=" + csrf, "Origin: http://evil.example\r\nCookie: " + session))
        .startsWith("HTTP/1.1 403");
    assertThat(get(path, "Cookie: " + session)).startsWith("HTTP/1.1 405");
    assertThat(fleet.done).isEmpty();

    assertThat(post(path, "csrf=" + csrf, "Cookie: " + session)).startsWith("HTTP/1.1 200");
    assertThat(post(path, "", "X-CSRF-Token: " + csrf + "\r\nCookie: " + session))
        .startsWith("HTTP/1.1 200");
    assertThat(
            post("/api/v1/chargers/CP%2F2%20%C3%BC/accept", "", "Authorization: Bearer " + TOKEN))
        .startsWith("HTTP/1.1 200");
    assertThat(fleet.done).containsExactly("accept CP-1", "accept CP-1", "accept CP/2 ü");
  }

  @Test
  void anActionThatNeedsNoFieldNeedsNoBodyEither() throws IOException {
    String head = "POST /api/v1/chargers/CP-1/accept HTTP/1.1\r\nHost: localhost";
    String token = "Authorization: Bearer " + TOKEN;

    assertThat(ask(head, token, "")).startsWith("HTTP/1.1 200");
    assertThat(ask(head + length(""), token, "")).startsWith("HTTP/1.1 200");
    assertThat(ask(head + length("<a/>") + "\r\nContent-Type: text/xml", token, "<a/>"))
        .startsWith("HTTP/1.1 415");
    assertThat(fleet.done).containsExactly("accept CP-1", "accept CP-1");
  }

  @Test
  void aBodyWithoutEndIsRefusedBeforeItIsRead() throws IOException {
    String head = "POST /login HTTP/1.1\r\nHost: localhost";
    assertThat(ask(head, "Content-Length: 100000000", "")).startsWith("HTTP/1.1 413");
    assertThat(ask(head, "Transfer-Encoding: chunked", "fffffff\r\n")).startsWith("HTTP/1.1 413");
  }

  @Test
  void aForeignPageCannotSignIn() throws IOException {
    assertThat(post("/login", "token=" + TOKEN, "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void whoGuessesTokensHasToWaitAndTheOperatorBehindTheSameAddressNot() throws IOException {
    String session = cookie(post("/login", "token=" + TOKEN, ""));
    for (int i = 0; i < Attempts.MAX; i++) {
      assertThat(post("/login", "token=wrong" + i, "")).startsWith("HTTP/1.1 401");
    }
    assertThat(post("/login", "token=wrong", "")).startsWith("HTTP/1.1 429");
    assertThat(get("/", "Authorization: Bearer wrong")).startsWith("HTTP/1.1 429");

    assertThat(get("/", "Cookie: " + session)).startsWith("HTTP/1.1 200");
    assertThat(get("/", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 200");
    assertThat(post("/login", "token=" + TOKEN, "")).startsWith("HTTP/1.1 303");

    now = now.plus(Attempts.PAUSE);
    assertThat(post("/login", "token=wrong", "")).startsWith("HTTP/1.1 401");
    assertThat(post("/login", "token=wrong", "")).startsWith("HTTP/1.1 429");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:80",
        "LocalHost.",
        "a.localhost",
        "127.0.0.1:1",
        "[::1]:8081",
        "10.0.0.1"
      })
  void whoAsksByANameOfThisPortIsServed(String host) throws IOException {
    assertThat(asksBy("/login", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8081",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        ""
      })
  void aPageThatGotHereByANameOfItsOwnIsRefused(String host) throws IOException {
    for (String path : List.of("/", "/login", "/api/v1/chargers", "/metrics")) {
      assertThat(asksBy(path, host)).startsWith("HTTP/1.1 421").contains("admin.hosts");
    }
    assertThat(asksBy("/health/live", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost@evil.example",
        "localhost\r\nHost: evil.example",
        "[::1].evil.example",
        "localhost:8081:evil.example"
      })
  void anOddHostIsRefused(String host) throws IOException {
    assertThat(asksBy("/", host)).containsPattern("^HTTP/1.1 4(00|21)");
  }

  private String asksBy(String path, String host) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: " + host, "Authorization: Bearer " + TOKEN, "");
  }

  @Test
  void theSettingsNameMoreHosts() {
    OwnNames names = new OwnNames(List.of("Bridge.example", "[2001:db8::1]"));
    assertThat(names.isOurs("bridge.EXAMPLE:8081")).isTrue();
    assertThat(names.isOurs("bridge.example.")).isTrue();
    assertThat(names.isOurs("bridge.example:x")).isFalse();
    assertThat(names.isOurs("x.bridge.example")).isFalse();
  }

  @Test
  void everyActionAndEveryRefusalStandsInTheAuditLog() throws IOException {
    String request = "token=" + URLEncoder.encode("wr\nong", StandardCharsets.UTF_8);
    assertThat(post("/login", request, "")).startsWith("HTTP/1.1 401");
    assertThat(post("/login", "token=" + TOKEN, "")).startsWith("HTTP/1.1 303");
    assertThat(post("/api/v1/chargers/CP%0A1/accept", "", "Authorization: Bearer " + TOKEN))
        .startsWith("HTTP/1.1 404");

    assertThat(audit.last())
        .extracting(AuditLog.Entry::action, AuditLog.Entry::done)
        .containsExactly(
            tuple("sign in", false), tuple("sign in", true), tuple("accept charger", false));
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
          .contains("Referrer-Policy: same-origin", "Cache-Control: no-store");
    }
  }

  @Test
  void theFirstTokenIsToldOnceAndOnlyItsHashIsKept() throws IOException {
    Path file = folder.resolve("data").resolve("admin-token.hash");

    AdminToken first = AdminToken.kept(file);
    String token = first.fresh().orElseThrow();
    AdminToken second = AdminToken.kept(file);

    assertThat(second.fresh()).isEmpty();
    assertThat(second.is(token)).isTrue();
    assertThat(second.is(token + "0")).isFalse();
    assertThat(Files.readString(file)).startsWith("$sha256$").doesNotContain(token);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);

    Files.writeString(file, "");
    assertThatThrownBy(() -> AdminToken.kept(file)).hasMessageContaining("is damaged; delete it");
  }

  @Test
  void aTokenWhoseArgon2HashAnEarlierBridgeKeptStillHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("admin-token.hash"), PasswordHash.of(TOKEN));

    AdminToken kept = AdminToken.kept(file);

    assertThat(kept.is(TOKEN + "0")).isFalse();
    assertThat(kept.is(TOKEN)).isTrue();
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

  @Test
  void aRefusalIsAProblemInWords() throws IOException {
    String bearer = "Authorization: Bearer " + TOKEN;
    assertThat(get("/api/v1/chargers?limit=1001", bearer))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json")
        .contains("\"detail\":\"limit has to be a number from 0 to 1000\"");
    assertThat(get("/api/v1/chargers?sort=colour", bearer)).startsWith("HTTP/1.1 400");
    assertThat(get("/api/v1/chargers/nobody", bearer)).startsWith("HTTP/1.1 404");
    assertThat(get("/nowhere", bearer))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json");
    assertThat(get("/api/v1/chargers", "")).contains("application/problem+json");
  }

  @Test
  void theConsolesFilesAreKeptByBrowsersUntilTheyChange() throws IOException {
    String page = get("/login", "");
    String path = found(Pattern.compile("href=\"(/assets/[0-9a-f]+/base.css)\""), page);
    String file = get(path, "");
    assertThat(file)
        .startsWith("HTTP/1.1 200")
        .contains("immutable", "Content-Type: text/css; charset=utf-8");
    String tag = found(Pattern.compile("ETag: (\\S+)"), file);
    assertThat(get(path, "If-None-Match: " + tag)).startsWith("HTTP/1.1 304");
    assertThat(get("/assets/0/base.css", "")).startsWith("HTTP/1.1 404");
    assertThat(get(path.replace("base.css", "frame.html"), "")).startsWith("HTTP/1.1 404");
  }

  @Test
  void allFilesOfTheConsoleAreServed() throws IOException {
    Path web =
        Path.of("src", "main", "resources", "org", "ocppbridge", "adapter", "console", "web");
    try (Stream<Path> files = Files.list(web)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Assets.FILES);
    }
  }

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
    return ask("GET " + path + " HTTP/1.1\r\nHost: localhost", header, "");
  }

  private String post(String path, String form, String header) throws IOException {
    String type = "\r\nContent-Type: application/x-www-form-urlencoded";
    return ask("POST " + path + " HTTP/1.1\r\nHost: localhost" + type + length(form), header, form);
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
