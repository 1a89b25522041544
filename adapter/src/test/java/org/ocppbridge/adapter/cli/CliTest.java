package org.ocppbridge.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.TestCertificate;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.demo.Terminal;
import org.ocppbridge.adapter.simulate.Scenario;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

class CliTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Object> given = new AtomicReference<>();

  @Test
  void theVersionIsOneLineWithTheName() {
    assertThat(run("--version")).isZero();
    assertThat(text(out)).matches("OCPP Bridge \\d+\\.\\d+\\.\\d+\\S*\n");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void flagsOfRunBecomeSettings() {
    int code =
        run(
            "run",
            "--csms",
            "ws://c:1/x",
            "--protocol",
            "ocpp1.6",
            "--soap-port",
            "0",
            "--admin-port=0",
            "--data",
            "d",
            "--auto-register");

    ConfigLoader.Loaded loaded = (ConfigLoader.Loaded) given.get();
    assertThat(code).isZero();
    assertThat(loaded.config().targets().get("main").url()).isEqualTo(URI.create("ws://c:1/x"));
    assertThat(loaded.config().soap().port()).isZero();
    assertThat(loaded.config().admin().port()).isZero();
    assertThat(loaded.config().data()).isEqualTo(Path.of("d"));
    assertThat(loaded.config().autoRegister()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--csms ws://c:1/x --protocol ocpp1.6 --soap-port 0 --admin-port=0 --data d --auto-register",
        "--auto-register --csms=ws://c:1/x?a=b --data=d",
        "--csms ws://c:1/x",
      })
  void flagsMeanTheSameWithAndWithoutTheParserOfTheOtherCommands(String flags) {
    assertThat(run(("run " + flags).split(" "))).isZero();
    BridgeConfig plainly = ((ConfigLoader.Loaded) given.get()).config();

    assertThat(run(("run --log-level info " + flags).split(" "))).isZero();
    assertThat(((ConfigLoader.Loaded) given.get()).config()).isEqualTo(plainly);
  }

  @Test
  void theDemoPlaysAllVersionsAndEndsWhenNobodyWatches() {
    run("demo");
    DemoOptions all = (DemoOptions) given.get();
    run("demo", "--charger", "1.5", "--csms-protocol", "ocpp1.6");
    DemoOptions one = (DemoOptions) given.get();

    assertThat(all.chargers()).containsExactly(SoapVersion.values());
    assertThat(all.once()).isTrue();
    assertThat(one.chargers()).containsExactly(SoapVersion.V15);
  }

  @Test
  void convertTakesAFileOrStandardInput() {
    run("convert", "--charger", "1.2", "--csms", "ocpp1.6", "-");
    ConvertOptions input = (ConvertOptions) given.get();
    run(
        "convert",
        "--charger=1.6",
        "--csms=ocpp2.0.1",
        "--now",
        "2026-01-31T12:00:00Z",
        "--seed",
        "7",
        "a.xml");
    ConvertOptions file = (ConvertOptions) given.get();

    assertThat(input.input()).isEmpty();
    assertThat(input.now()).isEmpty();
    assertThat(file)
        .isEqualTo(
            new ConvertOptions(
                SoapVersion.V16,
                Target.OCPP201,
                Optional.of(Path.of("a.xml")),
                Optional.of(Instant.parse("2026-01-31T12:00:00Z")),
                Optional.of(7L)));
  }

  @Test
  void theSimulatorsOwnVersionFlagMeansOcpp() {
    run(
        "simulate",
        "--version",
        "1.2",
        "--count",
        "3",
        "--scenario",
        "idle",
        "--heartbeat",
        "5s",
        "--url",
        "http://b/ocpp");

    SimulateOptions options = (SimulateOptions) given.get();
    assertThat(options.version()).isEqualTo(SoapVersion.V12);
    assertThat(options.id()).isEqualTo("SIM-{n}");
    assertThat(options.scenario()).isEqualTo(Scenario.IDLE);
    assertThat(options.heartbeat()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theSimulatorsHelpWritesDurationsAsTheyAreGiven() {
    run("simulate", "--help");
    assertThat(text(out)).contains("Default: 60s").doesNotContain("PT");
    run("simulate");
    SimulateOptions options = (SimulateOptions) given.get();
    assertThat(options.meterInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.heartbeat()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                               | which command? one of check, run, demo, convert, simulate",
        "frob                           | 'frob'",
        "run --nonsense                 | --nonsense",
        "run                            | targets: no CSMS is named; give --csms URL or set targets.main.url",
        "run --csms http://c            | targets.main.url: no URL that starts with ws:// or wss://",
        "run --csms ws://c --protocol x | targets.main.protocol: no protocol 'x': ocpp1.6 or ocpp2.0.1 (--protocol)",
        "run --csms ws://c --csms ws://d | --csms",
        "run --csms ws://c --data       | --data",
        "run --auto-register=perhaps    | --auto-register",
        "run --csms ws://c more         | more",
        "run --config none.yaml         | cannot read none.yaml: no such file",
        "run --log-level loud           | --log-level: 'loud' is none of",
        "convert --charger 1.7          | no SOAP version '1.7': 1.2, 1.5 or 1.6",
        "convert --charger 1.6          | --csms",
        "simulate --count 0             | count: has to be from 1",
        "simulate --meter-interval 5    | '5' is no duration",
        "check --soap-port 99999 --csms ws://c | soap.port: '99999' is no whole number from 0 to 65535 (--soap-port)",
      })
  void whatIsWrongEndsWithTwoAndOneLine(String arguments, String message) {
    int code = run(arguments == null ? new String[0] : arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(text(err)).startsWith("bridge: ").contains(message).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void whatFailsEndsWithOneAndOneLine() {
    Cli cli =
        new Cli(surroundings(Map.of()))
            .convert(
                (options, ignored) -> {
                  throw new IOException("the disk\nis full");
                });

    assertThat(cli.execute("convert", "--charger", "1.6", "--csms", "ocpp1.6")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("bridge: the disk is full\n");
  }

  @Test
  void checkReachesTheTargetAndSaysWhatWouldHappen() throws IOException {
    try (ServerSocket csms = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("check", "--csms", "ws://127.0.0.1:" + csms.getLocalPort() + "/ocpp"))
          .isZero();
    }
    assertThat(text(out)).contains("route: * -> main", "unlisted chargers: refused", ": good\n");
  }

  @Test
  void checkEndsWithOneIfTheTargetCannotBeReached() throws IOException {
    int free;
    try (ServerSocket closed = new ServerSocket(0)) {
      free = closed.getLocalPort();
    }
    assertThat(run("check", "--csms", "ws://127.0.0.1:" + free)).isEqualTo(1);
    assertThat(text(out)).contains("failed: 127.0.0.1 port " + free);
  }

  @Test
  void checkChecksTheCertificateOfTheTarget(@TempDir Path folder) throws Exception {
    TestCertificate made = TestCertificate.make(folder);
    Path trust = Files.writeString(folder.resolve("ca.pem"), made.certificate());
    try (SSLServerSocket csms = tlsServer(made)) {
      String url = "wss://localhost:" + csms.getLocalPort();
      Thread server = Thread.ofVirtual().start(() -> answerTwice(csms));
      int trusted =
          run(
              Map.of("BRIDGE_TARGETS_MAIN_TLS_TRUST", "{file: " + trust + "}"),
              "check",
              "--csms",
              url);
      int unknown = run("check", "--csms", url);
      server.join();

      assertThat(trusted).isZero();
      assertThat(text(out)).contains("tls: TLSv1.3, certificate of CN=localhost");
      assertThat(unknown).isEqualTo(1);
    }
  }

  private static SSLServerSocket tlsServer(TestCertificate made) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(made.store(), TestCertificate.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 2, InetAddress.getByName("localhost"));
  }

  private static void answerTwice(SSLServerSocket csms) {
    for (int i = 0; i < 2; i++) {
      try (SSLSocket socket = (SSLSocket) csms.accept()) {
        socket.startHandshake();
        socket.getInputStream().read();
      } catch (IOException e) {
        // the client refused the certificate, or went away: what it is asked to do
      }
    }
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new Cli(surroundings(environment))
        .run(this::take)
        .demo(this::take)
        .convert(this::take)
        .simulate(this::take)
        .execute(arguments);
  }

  private int take(Object options, Surroundings ignored) {
    given.set(options);
    return 0;
  }

  private Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(
        environment, stream(out), stream(err), () -> new Terminal(false, 80, false));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
