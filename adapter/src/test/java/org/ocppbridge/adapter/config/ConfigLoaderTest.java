package org.ocppbridge.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.Target;

class ConfigLoaderTest {

  private static final String MAIN = "targets: {main: {url: ws://csms:9000/ocpp}}\n";

  @TempDir Path folder;

  @Test
  void anUrlAloneIsEnough() {
    BridgeConfig config = ConfigLoader.parse(MAIN);

    assertThat(config.soap().port()).isEqualTo(8080);
    assertThat(config.autoRegister()).isFalse();
    assertThat(config.targets().get("main").protocol()).isEqualTo(Target.OCPP16);
    assertThat(config.waits().of(Wait.START)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aFlagBeatsTheEnvironmentBeatsTheFileBeatsTheDefault() throws IOException {
    Path file =
        file("bridge.yaml", MAIN + "soap: {port: 1}\nadmin: {port: 11}\nheartbeat: {min: 12s}\n");

    BridgeConfig config =
        ConfigLoader.load(
                Optional.of(file),
                Map.of("BRIDGE_SOAP_PORT", "2", "BRIDGE_ADMIN_PORT", "12", "HOME", "/"),
                List.of(new Flag("--soap-port", "soap.port", "3")))
            .config();

    assertThat(config.soap().port()).isEqualTo(3);
    assertThat(config.admin().port()).isEqualTo(12);
    assertThat(config.heartbeat().min()).isEqualTo(Duration.ofSeconds(12));
    assertThat(config.heartbeat().max()).isEqualTo(Duration.ofSeconds(300));
  }

  @Test
  void theEnvironmentReachesKeysBelowNames() throws IOException {
    Path file =
        file(
            "bridge.yaml",
            "targets: {Second_One: {url: 'ws://two/'}, main: {url: 'ws://one/'}}\nroutes: []\n");

    BridgeConfig config =
        load(
            Optional.of(file),
            Map.of(
                "BRIDGE_TARGETS_MAIN_CONNECT_RATE", "7/s",
                "BRIDGE_TARGETS_SECOND_ONE_AUTH_USER", "bridge",
                "BRIDGE_TARGETS_THIRD_URL", "wss://three/ocpp",
                "BRIDGE_ROUTES", "[{chargers: 'A*', target: main}, {chargers: '*', target: third}]",
                "BRIDGE_SOAP_ALIASES", "/steve/services,/ocpp15"));

    assertThat(config.targets().get("main").connectRate()).isEqualTo(7);
    assertThat(config.targets().get("Second_One").user()).isEqualTo("bridge");
    assertThat(config.targets().get("third").url()).isEqualTo(URI.create("wss://three/ocpp"));
    assertThat(config.routes()).extracting(RouteRule::target).containsExactly("main", "third");
    assertThat(config.soap().aliases()).containsExactly("/steve/services", "/ocpp15");
  }

  @Test
  void whatKubernetesSetsForAServiceIsNoSetting() {
    BridgeConfig config =
        load(
            Optional.empty(),
            Map.of(
                "BRIDGE_TARGETS_MAIN_URL", "ws://csms/",
                "BRIDGE_SOAP_SERVICE_HOST", "10.0.0.1",
                "BRIDGE_SOAP_PORT", "tcp://10.0.0.1:8080",
                "BRIDGE_SOAP_PORT_8080_TCP_ADDR", "10.0.0.1"));

    assertThat(config.soap().port()).isEqualTo(8080);
  }

  @Test
  void anEmptyVariableAndAKeyWithoutValueAreNotSet() throws IOException {
    Path file = file("bridge.yaml", MAIN + "soap:\n  port:\nchargers:\n");

    assertThat(load(Optional.of(file), Map.of("BRIDGE_SOAP_HOST", "")).soap().port())
        .isEqualTo(8080);
  }

  @Test
  void anyValueCanComeFromAFileBesideTheSettings() throws IOException {
    file("secret.txt", "s3cret with blanks \r\n");
    file("fleet.yaml", "- id: 007\n  timezone: Europe/Amsterdam\n");
    Path file =
        file(
            "bridge.yaml",
            "targets: {main: {url: 'wss://csms/', auth: {password: {file: secret.txt}}}}\nchargers: {file: fleet.yaml}\n");

    BridgeConfig config = load(Optional.of(file), Map.of());

    Password password = config.targets().get("main").password().orElseThrow();
    assertThat(password.secret().reveal()).isEqualTo("s3cret with blanks ");
    assertThat(config.toString()).doesNotContain("s3cret");
    assertThat(config.chargers().getFirst().id().text()).isEqualTo("007");
    assertThat(config.chargers().getFirst().traits().timezone())
        .contains(ZoneId.of("Europe/Amsterdam"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "soap: {prot: 1}                  | soap.prot: unknown key; did you mean soap.port? (text line 2)",
        "port: 1                          | port: unknown key; did you mean soap.port? (text line 2)",
        "soap.port: 1                     | soap.port: unknown key; did you mean soap.port? (write it as nested keys) (text line 2)",
        "zebra: 1                         | zebra: unknown key; known here: soap, admin, secrets, data, autoRegister, targets, routes, chargers, offline, heartbeat, presence, wait, retry, limits, log, traces (text line 2)",
        "chargers: [{id: A, adress: 'x'}] | chargers[0].adress: unknown key; did you mean chargers[0].address? (text line 2)",
        "soap: {port: 99999}              | soap.port: '99999' is no whole number from 0 to 65535 (text line 2)",
        "soap: {port: [1]}                | soap.port: a single value is expected (text line 2)",
        "soap: 5                          | soap: further keys, not a single value or list, is expected (text line 2)",
        "autoRegister: yes                | autoRegister: 'yes' is neither true nor false (text line 2)",
        "wait: {start: 5}                 | wait.start: '5' is no duration such as 500ms, 5s, 10m or 2h (text line 2)",
        "wait: {connect: 30s}             | wait.connect: is more than wait.command, of which it is a part (text line 2)",
        "heartbeat: {min: 10m}            | heartbeat.min: is more than heartbeat.max (text line 2)",
        "offline: {unknownTag: {start: fault}} | offline.unknownTag.start: a transaction message is never answered with a fault: accept or invalid (text line 2)",
        "routes: [{chargers: '*', target: mian}] | routes[0].target: no target is named 'mian'; did you mean main? (text line 2)",
        "routes: [{target: main}]         | routes[0].chargers: missing; for example ACME-* (text line 2)",
        "chargers: [{id: A, target: prod}] | chargers[0].target: no target is named 'prod'; targets are: main (text line 2)",
        "chargers: [{id: A}, {id: A}]     | chargers[1].id: 'A' is also chargers[0].id (text line 2)",
        "chargers: [{id: A, callback: {allow: [10.1.2.3/16]}}] | chargers[0].callback.allow[0]: '10.1.2.3/16' has bits behind its prefix; the range is 10.1.0.0/16 (text line 2)",
        "chargers: [{id: A, callback: {allow: [10.1.0/16]}}] | chargers[0].callback.allow[0]: '10.1.0' is no IP address or range such as 10.1.0.0/16 (text line 2)",
        "chargers: [{id: A, topology: [[1, 3]]}] | chargers[0].topology: each connector from 1 to the highest must stand in it once, and no EVSE be empty (text line 2)",
        "chargers: [{id: A, timezone: Mars/Base}] | chargers[0].timezone: 'Mars/Base' is no time zone such as Europe/Amsterdam, +02:00 or UTC (text line 2)",
        "chargers: [{id: '00:80:F4', csms: {password: x}}] | chargers[0].id: charger 00:80:F4: '00:80:F4' cannot be a Basic user, because of its ':' (RFC 7617 §2); give it a csms.identity or csms.user under chargers (text line 2)",
        "chargers: [{id: A, csms: {password: 123, encoding: hex}}] | chargers[0].csms.password: encoding hex needs pairs of hex digits (text line 2)",
        "chargers: [{id: 'A*', csms: {identity: B}}] | chargers[0].csms.identity: is for many chargers, so it must hold {id} (text line 2)",
        "chargers: [{id: A}, {id: B, csms: {identity: A}}] | chargers[1].csms.identity: 'A' is also what chargers[0] is called at target main (text line 2)",
        "admin: {host: 0.0.0.0}           | admin.host: '0.0.0.0' can be reached from other machines, in clear; set admin.tls, or admin.allowRemoteWithoutTls: true if that is meant (text line 2)",
        "admin: {host: 0.0.0.0, allowRemoteWithoutTls: true} | admin.token: missing: admin.host '0.0.0.0' can be reached from other machines; for example admin.token: {file: admin-token} (text line 2)",
        "admin: {host: 127.evil.example, allowRemoteWithoutTls: true} | admin.token: missing: admin.host '127.evil.example' can be reached from other machines; for example admin.token: {file: admin-token} (text line 2)",
        "soap: {limits: {bodies: 2MB}}    | soap.limits.bodies: is less than soap.limits.body and inflated together: one body may not fit (text line 2)",
        "soap: {timeouts: {idle: 90d}}    | soap.timeouts.idle: 90d is too long; at most 86400s (text line 2)",
        "admin: {port: 8080}              | admin.port: is also soap.port (text line 2)",
        "admin: {token: short}            | admin.token: too short to be safe; at least 16 characters (text line 2)",
        "admin: {token: {file: none.txt}} | admin.token: cannot read none.txt: no such file (text line 2)",
        "soap: {port: 1, port: 2}         | text line 2: port: given twice",
        "soap: [                          | text line 3: no valid YAML: expected the node content, but found '<stream end>'",
        "soap: {tls: {certificate: cert.pem}} | soap.tls.certificate: no PEM text of a certificate; give it as {file: path} (text line 2)",
      })
  void whatIsWrongIsSaidInOneLineWithItsKey(String yaml, String message) {
    assertThat(problem(MAIN + yaml + "\n").getMessage()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "http://csms/ocpp,            no URL that starts with ws:// or wss://",
    "csms.example/ocpp,           no URL that starts with ws:// or wss://",
    "ws://user:pw@csms/ocpp,      must not hold user or password",
    "ws://sample_csms/ocpp,       its host is no valid host name",
    "ws://csms:99999/ocpp,        its port is not from 1 to 65535",
    "'ws://csms/oc pp',           no URL such as wss://csms.example/ocpp",
  })
  void anUrlThatCannotBeDialledIsRefused(String url, String message) {
    ConfigException problem = problem("targets: {main: {url: '" + url + "'}}");

    assertThat(problem.getMessage())
        .startsWith("targets.main.url: " + message)
        .doesNotContain("pw");
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    ConfigException problem = problem(MAIN + "soap: {port: x, prot: 1}\nretry: {attempts: 0}\n");

    assertThat(problem.problems()).hasSize(3);
  }

  @Test
  void anUnknownVariableStopsTheStartAndItsValueIsNotShown() {
    ConfigException problem =
        catchThrowableOfType(
            ConfigException.class,
            () -> load(Optional.empty(), Map.of("BRIDGE_ADMIN_TOKN", "hunter2")));

    assertThat(problem.getMessage())
        .isEqualTo("BRIDGE_ADMIN_TOKN: unknown; did you mean BRIDGE_ADMIN_TOKEN?");
  }

  @Test
  void aBadVariableIsNamedWithItsKey() {
    ConfigException problem =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                load(
                    Optional.empty(),
                    Map.of("BRIDGE_TARGETS_MAIN_URL", "ws://c/", "BRIDGE_SOAP_PORT", "x")));

    assertThat(problem.getMessage())
        .isEqualTo("soap.port: 'x' is no whole number from 0 to 65535 (BRIDGE_SOAP_PORT)");
  }

  @Test
  void aRetiredKeySaysWhatToSetInstead() {
    ConfigException problem =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                ConfigLoader.load(
                    YamlNodes.file("soap: {listen: 1}", "old.yaml"),
                    Path.of(""),
                    Map.of(),
                    List.of(),
                    Map.of("soap.listen", "set soap.port")));

    assertThat(problem.getMessage())
        .isEqualTo("soap.listen: is no setting any more: set soap.port (old.yaml line 1)");
  }

  @Test
  void withoutTargetTheMessageNamesTheFlag() {
    assertThat(problem("").getMessage())
        .isEqualTo("targets: no CSMS is named; give --csms URL or set targets.main.url");
  }

  @Test
  void anUnknownQuirkStopsTheStart() {
    assertThat(problem(MAIN + "chargers: [{id: A, quirks: [kwh]}]\n").getMessage())
        .startsWith("chargers[0].quirks[0]: no quirk 'kwh': samples-in-kilowatt-hours");
  }

  @Test
  void aFileThatContainsItselfIsRefused() {
    assertThat(problem("soap: &a {host: *a}").getMessage()).contains("deeply nested");
  }

  private static BridgeConfig load(Optional<Path> file, Map<String, String> environment) {
    return ConfigLoader.load(file, environment, List.of()).config();
  }

  private static ConfigException problem(String yaml) {
    return catchThrowableOfType(ConfigException.class, () -> ConfigLoader.parse(yaml));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
