package org.ocppbridge.adapter.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Policy;

/**
 * All settings. Each component is a key of the file ({@code waits} is {@code wait}); {@code
 * config/bridge.yaml} explains them.
 *
 * @param soap the side of the chargers
 * @param admin the side of the operator
 * @param secrets what is needed to keep secrets
 * @param data folder for what is kept; relative to the working directory
 * @param autoRegister whether chargers not listed are let in
 * @param targets the CSMSs by name, in the order of the file
 * @param routes which charger goes where, first match wins; empty: all to the only target
 * @param chargers what is known of chargers
 * @param offline what happens while the CSMS is away
 * @param heartbeat heartbeat intervals handed to chargers
 * @param presence when a charger counts as gone
 * @param waits how long to wait, unless target or charger say otherwise
 * @param retry how refused transaction messages are tried again
 * @param limits of the whole bridge; those of requests are in {@code soap}
 * @param log how the log is written
 * @param traces where traces go
 */
public record BridgeConfig(
    SoapConfig soap,
    AdminConfig admin,
    Secrets secrets,
    Path data,
    boolean autoRegister,
    Map<String, TargetConfig> targets,
    List<RouteRule> routes,
    List<ChargerRule> chargers,
    Offline offline,
    Heartbeat heartbeat,
    Presence presence,
    Waits waits,
    Retry retry,
    Limits limits,
    Log log,
    Traces traces) {

  public BridgeConfig {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    routes = List.copyOf(routes);
    chargers = List.copyOf(chargers);
  }

  /**
   * Keeping secrets.
   *
   * @param key encrypts what is secret at rest
   */
  public record Secrets(Optional<Secret> key) {}

  /**
   * What happens while the CSMS is away.
   *
   * @param authorize what the Authorize of a tag that nobody can judge gets
   * @param start what the StartTransaction of such a tag gets
   * @param tokenLifetime how long an authorisation without expiry date is good for
   */
  public record Offline(
      Policy.UnknownTag authorize, Policy.UnknownTag start, Duration tokenLifetime) {}

  /** Shortest and longest heartbeat interval handed to a charger, whatever the CSMS says. */
  public record Heartbeat(Duration min, Duration max) {}

  /**
   * When a charger counts as gone: after {@code intervals} × its heartbeat interval without a
   * request, but not before {@code minimum}.
   *
   * @param onSilence what becomes of its link then
   */
  public record Presence(OnSilence onSilence, int intervals, Duration minimum) {

    /** What becomes of a silent charger's link. */
    public enum OnSilence {
      /** It is closed, so that the CSMS sees the charger offline. */
      CLOSE,
      KEEP
    }
  }

  /**
   * How a transaction message is tried again that the CSMS refuses.
   *
   * @param attempts tries before it is parked
   * @param interval times the number of preceding attempts is the wait before the next
   * @param drain how long the process waits in the end for what has not been sent
   */
  public record Retry(int attempts, Duration interval, Duration drain) {}

  /** The log, which goes to standard error. */
  public record Log(Format format) {

    /** What a line of the log looks like. */
    public enum Format {
      /** For people. */
      TEXT,
      /** One JSON object a line, for programs. */
      JSON
    }
  }

  /**
   * Traces of each exchange, for OpenTelemetry.
   *
   * @param url where they are sent, by OTLP over HTTP; empty: none are made
   * @param percent how many of a hundred exchanges are traced
   */
  public record Traces(Optional<URI> url, int percent) {}

  /**
   * Limits of the whole bridge.
   *
   * @param chargers served by one process
   * @param outbox transaction messages waiting for the CSMS, of one charger
   * @param outboxAll the same of all chargers together
   * @param deadLetters dead letters kept of one charger; over it the oldest are dropped; 0: none is
   *     ever dropped
   * @param deadLetterAge how long a dead letter is kept; zero: for ever
   * @param diskFree megabytes free on the disk of the data folder; below it there is an alarm
   */
  public record Limits(
      int chargers,
      int outbox,
      int outboxAll,
      int deadLetters,
      Duration deadLetterAge,
      int diskFree) {}
}
