package org.ocppbridge.adapter.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.operator.OperatorRoom;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.mappings.Printable;

/** Asks the bridge that runs on a data folder, for the commands of this program. */
record AdminClient(URI admin, BridgeConfig config) {
  private static final Pattern ADMIN = Pattern.compile("admin (https?://[^ ]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A large ledger is rewritten segment by segment when a token is erased. */
  private static final Duration LONG_PATIENCE = Duration.ofHours(1);

  /** What a bridge says of itself in the data folder, so that it can be asked. */
  static String holder(String admin) {
    return "process " + ProcessHandle.current().pid() + ", admin " + admin;
  }

  /** The bridge that a store is in use by. */
  static Optional<AdminClient> of(StoreException inUse, BridgeConfig config) {
    Matcher admin = ADMIN.matcher(inUse.holder());
    return admin.find()
        ? Optional.of(new AdminClient(URI.create(admin.group(1)), config))
        : Optional.empty();
  }

  /**
   * The bridge that runs on the data folder of the settings.
   *
   * @throws StoreException if none does
   */
  static AdminClient running(BridgeConfig config) {
    try (SqlStore _ = DataFolder.open(config)) {
      throw new StoreException("no bridge is running on data folder " + config.data());
    } catch (StoreException e) {
      return of(e, config).orElseThrow(() -> e);
    }
  }

  /** A request that is signed in. */
  HttpRequest.Builder request(String path) throws IOException {
    return endless(path).timeout(PATIENCE);
  }

  /** The same for something that may take long. */
  HttpRequest.Builder longRequest(String path) throws IOException {
    return endless(path).timeout(LONG_PATIENCE);
  }

  /** The same for what is answered without end. */
  HttpRequest.Builder endless(String path) throws IOException {
    return HttpRequest.newBuilder(admin.resolve(path)).header("Authorization", "Bearer " + token());
  }

  /** Of the settings, else the one that the running bridge left beside its data. */
  private String token() throws IOException {
    Optional<Secret> configured = config.admin().token();
    return configured.isPresent()
        ? configured.get().reveal()
        : Files.readString(config.data().resolve(OperatorRoom.RUN_TOKEN)).strip();
  }

  HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient http = http()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Reaches the bridge, also by TLS; to be closed. */
  HttpClient http() {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    config.admin().tls().map(TlsContexts::toServer).ifPresent(client::sslContext);
    return client.build();
  }

  /**
   * Lets only good answers pass.
   *
   * @throws IOException that says what the bridge said otherwise
   */
  static void check(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(
          "the bridge at %s says %d: %s"
              .formatted(
                  answer.uri().getAuthority(),
                  answer.statusCode(),
                  Printable.of(answer.body().strip())));
    }
  }
}
