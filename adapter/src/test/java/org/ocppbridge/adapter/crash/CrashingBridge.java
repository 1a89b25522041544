package org.ocppbridge.adapter.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.ocppbridge.adapter.e2e.ChildBridge;

/** The bridge in a process of its own, started again each time it ended. */
final class CrashingBridge implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SHOWN = 60;

  private final Path settings;
  private final Path data;
  private final Map<String, String> environment;
  private final List<String> trouble = new ArrayList<>();
  private ChildBridge child;

  CrashingBridge(Path settings, Path data) {
    this(settings, data, Map.of());
  }

  /** The same with more environment variables. */
  CrashingBridge(Path settings, Path data, Map<String, String> environment) {
    this.environment = environment;
    this.settings = settings;
    this.data = data;
    start();
    child.ready();
  }

  /** Starts it; it may not serve yet. */
  void start() {
    child =
        new ChildBridge(
            environment, "run", "--config", settings.toString(), "--data", data.toString());
  }

  void awaitReady() {
    child.ready();
  }

  void kill() {
    child.kill();
    keepTrouble();
  }

  /** Ends it in order. */
  void terminate() {
    child.terminate();
    int code = child.exitCode();
    keepTrouble();
    if (code != 0) {
      throw new AssertionError("after SIGTERM it ended with " + code + trouble());
    }
  }

  /** Whether this life has said so. */
  boolean said(String text) {
    return child.out().stream().anyMatch(line -> line.contains(text));
  }

  private void keepTrouble() {
    child.out().stream()
        .filter(line -> line.contains(" ERROR ") || line.contains("dead letter"))
        .forEach(trouble::add);
    trouble.addAll(child.err());
  }

  /** The last of what it said that was no good news. */
  String trouble() {
    keepTrouble();
    List<String> last = trouble.subList(Math.max(0, trouble.size() - SHOWN), trouble.size());
    return String.join("\n", last);
  }

  /** Waits until the CSMSs have got everything. */
  void awaitDelivered() {
    Awaitility.await("everything delivered")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              JsonNode all = status();
              boolean rest = false;
              for (JsonNode charger : all.path("chargers")) {
                rest |= charger.path("waiting").asInt() > 0;
              }
              return !rest;
            });
  }

  private JsonNode status() {
    try {
      return new ObjectMapper().readTree(admin("/api/v1/chargers").body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks at the admin port. */
  HttpResponse<String> admin(String path) {
    Matcher address = Pattern.compile("admin=(\\S+)").matcher(child.ready());
    if (!address.find()) {
      throw new AssertionError("no admin address: " + child.ready());
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address.group(1) + path))
              .header("Authorization", "Bearer " + Settings.ADMIN_TOKEN)
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
