package org.ocppbridge.mappings.rules;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Access.Upload;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Printable;

/** The security log, which the bridge keeps and uploads itself (2.0.1 N01). */
public final class SecurityLogs {

  private static final Pattern LOCATION =
      Pattern.compile("https?://[^\\s/?#@]+([/?]\\S*)?", Pattern.CASE_INSENSITIVE);
  private static final int RETRIES_MAX = 10;
  private static final int RETRY_SECONDS = 60;
  private static final int RETRY_SECONDS_MAX = 3600;

  private SecurityLogs() {}

  /** Why the log cannot be uploaded to this place; empty if it can. */
  public static Optional<String> refused(String location, ChargerView view) {
    if (!LOCATION.matcher(location).matches()) {
      return Optional.of("the bridge uploads by HTTP and HTTPS alone, without a user in the URL");
    }
    return view.uplink().security().allows(location)
        ? Optional.empty()
        : Optional.of("the bridge's configuration does not allow this host");
  }

  /** The upload. */
  public static Upload upload(
      int requestId,
      String location,
      Optional<Instant> from,
      Optional<Instant> to,
      Integer retries,
      Integer retrySeconds,
      ChargerView view) {
    String id = Printable.of(view.state().id().value()).replaceAll("[^A-Za-z0-9._-]", "_");
    return new Upload(
        requestId,
        location,
        from,
        to,
        Math.clamp(retries == null ? 0 : retries, 0, RETRIES_MAX),
        Math.clamp(retrySeconds == null ? RETRY_SECONDS : retrySeconds, 1, RETRY_SECONDS_MAX),
        "security-log-" + id.toLowerCase(Locale.ROOT) + "-" + requestId + ".txt");
  }
}
