package org.ocppbridge.adapter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreException;

/**
 * The bridge that runs on a data folder, as other commands ask it.
 *
 * @param admin where its API is
 * @param token what signs in there
 */
record RunningBridge(URI admin, String token) {
  private static final Pattern ADMIN = Pattern.compile("admin (https?://[^ ]+)");

  /**
   * Finds it.
   *
   * @throws StoreException if the folder is in use by something else
   * @throws IOException if no bridge runs there
   */
  static RunningBridge of(BridgeConfig config) throws IOException {
    try (Store _ = StorePrograms.open(config)) {
      throw new IOException("no bridge runs on the data folder " + config.data());
    } catch (StoreException used) {
      Matcher found = ADMIN.matcher(used.holder());
      if (!found.find()) {
        throw used;
      }
      return new RunningBridge(URI.create(found.group(1)), token(config));
    }
  }

  /** Of the settings, else the one that the running bridge left beside its data. */
  private static String token(BridgeConfig config) throws IOException {
    return config.admin().token().isPresent()
        ? config.admin().token().map(Secret::reveal).get()
        : Files.readString(config.data().resolve(Wiring.RUN_TOKEN)).strip();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(admin.resolve(path)).header("Authorization", "Bearer " + token);
  }

  /** Not the token. */
  @Override
  public String toString() {
    return admin.toString();
  }
}
