package org.ocppbridge.adapter.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.adapter.Wiring;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.console.Reloading;
import org.ocppbridge.adapter.program.Kept;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.mappings.SoapVersion;

/** A CSMS, the bridge, and chargers; closes what it opened. */
final class Stage implements AutoCloseable {

  /** Settings that let a test run in a second what takes minutes in the field. */
  static final String QUICK =
      """
      soap: {host: 127.0.0.1, rate: {perCharger: off}, port: 0}
      admin: {port: 0}
      autoRegister: true
      targets:
        main:
          url: URL
          reconnect: {waitMinimum: 100ms, randomRange: 50ms, repeatTimes: 1}
      """;

  /** What signs in at a bridge that keeps a ledger. */
  private static final String TOKEN = "a token for the tests of the ledger";

  private final Csms csms;
  private final String settings;
  private final boolean recorded;
  private final Path data = temporaryFolder();
  private final Path settingsFolder = temporaryFolder();
  private Wiring bridge;
  private boolean stopped;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** The usual settings, and more top-level keys. */
  static Stage with(Csms csms, String... more) {
    return new Stage(csms, QUICK.replace("URL", csms.url()) + String.join("\n", more));
  }

  static Stage quick() {
    return with(Csms.start());
  }

  /** A bridge that keeps a ledger, with the usual settings and more top-level keys. */
  static Stage recorded(Csms csms, String... more) {
    String usual =
        QUICK
            .replace("URL", csms.url())
            .replace("admin: {port: 0}", "admin: {port: 0, token: '" + TOKEN + "'}");
    return new Stage(csms, usual + String.join("\n", more), true);
  }

  /** These settings alone. */
  Stage(Csms csms, String settings) {
    this(csms, settings, false);
  }

  private Stage(Csms csms, String settings, boolean recorded) {
    this.recorded = recorded;
    this.csms = csms;
    this.settings = settings;
    this.bridge = start();
  }

  private Wiring start() {
    set(settings);
    ConfigLoader.Loaded loaded = ConfigLoader.load(Optional.of(file()), Map.of(), List.of());
    BridgeConfig config = loaded.config();
    int outbox = config.limits().outbox();
    return new Wiring(
        config,
        SqlStore.in(data, new SqlStore.Limits(outbox, 10_000_000, 100)),
        new Kept(recorded ? Optional.of(data) : Optional.empty(), Optional.of(loaded)));
  }

  private Path file() {
    return settingsFolder.resolve("bridge.yaml");
  }

  /** Writes other settings, for the bridge to read again. */
  void set(String other) {
    try {
      Files.writeString(file(), other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings the bridge was started with. */
  String settings() {
    return settings;
  }

  /** Writes other settings and has the bridge read them. */
  Reloading.Outcome reload(String other) {
    set(other);
    return bridge.reload(false).orElseThrow();
  }

  /** Stops the bridge for good; what it kept stays until the stage is closed. */
  void stop() {
    bridge.close();
    stopped = true;
  }

  /** Stops the bridge and starts it again with what it kept. */
  void restart() {
    bridge.close();
    bridge = start();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("bridge");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the bridge keeps what it keeps. */
  Path data() {
    return data;
  }

  Csms csms() {
    return csms;
  }

  Wiring bridge() {
    return bridge;
  }

  /** A charger that does not say where it can be called. */
  Soap charger(SoapVersion version, String id) {
    return new Soap(bridge.soapAddress(), version, id, "");
  }

  Soap charger(String id) {
    return charger(SoapVersion.V16, id);
  }

  /** A charger that can be called. */
  Soap charger(SoapVersion version, String id, Endpoint endpoint) {
    return new Soap(bridge.soapAddress(), version, id, endpoint.url());
  }

  Endpoint endpoint(SoapVersion version) {
    Endpoint endpoint = new Endpoint(version);
    endpoints.add(endpoint);
    return endpoint;
  }

  /** What the operator is told of a charger. */
  JsonNode status(String id) {
    String path = "/api/v1/chargers/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    JsonNode charger = Csms.json(admin(path));
    if (charger.path("id").asText().equals(id)) {
      return charger;
    }
    throw new AssertionError("no charger " + id + " at the admin port");
  }

  /** Waits for a state of the charger's link, as the operator sees it. */
  void awaitLink(String id, String state) {
    Eventually.is(
        () -> id + "'s link " + state + ": " + status(id),
        () -> status(id).path("link").asText().equals(state));
  }

  /** How many chargers' links are in a state, as the operator sees them. */
  long linksIn(String state) {
    return Csms.json(admin("/api/v1/chargers?limit=0&link=" + state)).path("matching").asLong();
  }

  /** Waits until the CSMS has accepted the charger. */
  void awaitRegistered(String id) {
    Eventually.is(
        () -> id + " accepted: " + status(id),
        () -> status(id).path("registration").asText().equals("Accepted"));
  }

  /** Waits until the CSMS has got all there is of a charger. */
  void awaitNothingWaits(String id) {
    Eventually.is(
        () -> "nothing waits: " + status(id), () -> status(id).path("waiting").asInt() == 0);
  }

  HttpRequest.Builder toAdmin(String path) {
    URI url = URI.create("http://127.0.0.1:" + bridge.adminAddress().getPort() + path);
    String token = recorded ? TOKEN : bridge.freshAdminToken().orElseThrow();
    return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token);
  }

  String admin(String path) {
    return send(toAdmin(path).build());
  }

  static String send(HttpRequest request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (!stopped) {
      bridge.close();
    }
    endpoints.forEach(Endpoint::close);
    csms.close();
    delete(data);
    delete(settingsFolder);
  }
}
