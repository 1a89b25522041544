package org.ocppbridge.adapter.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.adapter.cli.Cli;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.demo.Terminal;

/** {@code convert}, from its arguments to what it prints. */
class ConvertProgramTest {

  private static final String ENVELOPE =
      """
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:cs="NAMESPACE"><s:Header>
      <cs:chargeBoxIdentity>CP-1</cs:chargeBoxIdentity></s:Header><s:Body>BODY</s:Body></s:Envelope>
      """;
  private static final String START =
      "<cs:startTransactionRequest><cs:connectorId>2</cs:connectorId><cs:idTag>T</cs:idTag>"
          + "<cs:timestamp>2026-03-01T11:00:00Z</cs:timestamp><cs:meterStart>10.5</cs:meterStart>"
          + "</cs:startTransactionRequest>";
  private static final String METER =
      "<cs:meterValuesRequest><cs:connectorId>2</cs:connectorId>"
          + "<cs:values><cs:timestamp>2026-03-01T11:00:00Z</cs:timestamp><cs:value>7</cs:value>"
          + "</cs:values></cs:meterValuesRequest>";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "1.2, urn://Ocpp/Cs/2010/08/",
    "1.5, urn://Ocpp/Cs/2012/06/",
    "1.6, urn://Ocpp/Cs/2015/10/"
  })
  void anEnvelopeBecomesTheFrameTheCsmsWouldGetAndItsLossesAreTold(String version, String namespace)
      throws IOException {
    assertThat(convert(version, envelope(namespace, START))).isZero();

    assertThat(text(out)).hasLineCount(1).startsWith("[2,\"");
    assertThat(text(out))
        .contains(
            "\"StartTransaction\",{\"connectorId\":2,\"idTag\":\"T\",\"meterStart\":11,"
                + "\"timestamp\":\"2026-03-01T11:00:00Z\"}]");
    assertThat(text(err)).contains("changed meterStart");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, urn://Ocpp/Cp/2010/08/",
    "1.5, urn://Ocpp/Cp/2012/06/",
    "1.6, urn://Ocpp/Cp/2015/10/"
  })
  void aCallBecomesTheEnvelopeTheChargerWouldGet(String version, String namespace)
      throws IOException {
    String call = "[2,\"1\",\"RemoteStopTransaction\",{\"transactionId\":17}]";
    assertThat(convert(version, call)).isZero();

    assertThat(text(out))
        .contains(namespace)
        .containsPattern("<(\\w+:)?remoteStopTransactionRequest[ >]")
        .containsPattern("<(\\w+:)?transactionId>17<");
    assertThat(text(err)).contains("synthesised transactionId: 17 passes through");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, urn://Ocpp/Cs/2010/08/",
    "1.5, urn://Ocpp/Cs/2012/06/",
    "1.6, urn://Ocpp/Cs/2015/10/"
  })
  void anEnvelopeBecomesTheFramesA201CsmsWouldGet(String version, String namespace)
      throws IOException {
    assertThat(convert(version, "ocpp2.0.1", envelope(namespace, START))).isZero();

    assertThat(text(out).lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"StatusNotification\"", "\"connectorStatus\":\"Occupied\"");
    assertThat(text(out).lines().toList().getLast())
        .contains("\"TransactionEvent\"", "\"eventType\":\"Started\"", "\"seqNo\":0")
        .contains("\"evse\":{\"id\":2,\"connectorId\":1}");
  }

  @Test
  void aStopOfANumberThatPassesThroughBecomesAnEndedEvent() throws IOException {
    String stop =
        "<cs:stopTransactionRequest><cs:transactionId>17</cs:transactionId><cs:idTag>T</cs:idTag>"
            + "<cs:timestamp>2026-03-01T11:00:00Z</cs:timestamp><cs:meterStop>10</cs:meterStop>"
            + "</cs:stopTransactionRequest>";
    assertThat(convert("1.6", "ocpp2.0.1", envelope("urn://Ocpp/Cs/2015/10/", stop))).isZero();

    assertThat(text(out))
        .contains("\"eventType\":\"Ended\"", "\"transactionId\":\"17\"", "\"value\":10");
    assertThat(text(err)).contains("17 passes through");
  }

  @Test
  void whatTheEndOfAnUnknownTransactionHasToGuessIsSaid() throws IOException {
    String stop =
        "<cs:stopTransactionRequest><cs:transactionId>17</cs:transactionId>"
            + "<cs:timestamp>2026-03-01T12:00:00Z</cs:timestamp><cs:meterStop>10</cs:meterStop>"
            + "</cs:stopTransactionRequest>";
    String soap = envelope("urn://Ocpp/Cs/2015/10/", stop);
    assertThat(convert("1.6", "ocpp2.0.1", soap, "--now", "2026-03-01T12:00:01Z")).isZero();

    assertThat(text(out)).doesNotContain("offline");
    assertThat(text(err)).contains("defaulted meterStart: without state no start is known");
  }

  @Test
  void anAnswerOfTheBridgeToAChargerIsSaidAsJson() throws IOException {
    String authorize =
        "<cs:authorizeRequest><cs:idTag>" + "x".repeat(40) + "</cs:idTag></cs:authorizeRequest>";
    assertThat(convert("1.5", "ocpp2.0.1", envelope("urn://Ocpp/Cs/2012/06/", authorize))).isZero();
    assertThat(text(err))
        .contains("dropped idTag")
        .contains("answered by the bridge itself: {\"idTagInfo\":{\"status\":\"Invalid\"}}");
  }

  @Test
  void whatFollowsAnAnswerOfTheBridgeIsSaidToo() throws IOException {
    String call = "[2,\"1\",\"GetBaseReport\",{\"requestId\":4,\"reportBase\":\"FullInventory\"}]";
    assertThat(convert("1.2", "ocpp2.0.1", call)).isZero();
    assertThat(text(out)).contains("\"NotifyReport\",{\"requestId\":4");
    assertThat(text(err)).contains("answered by the bridge itself: {\"status\":\"Accepted\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "RequestStartTransaction|{\"remoteStartId\":1,\"evseId\":1,\"idToken\":{\"idToken\":\"LONGER-THAN-TWENTY-CHARS\","
            + "\"type\":\"eMAID\"}}|changed idToken",
        "ReserveNow|{\"id\":1,\"evseId\":1,\"expiryDateTime\":\"2099-01-01T00:00:00Z\",\"idToken\":{\"idToken\":"
            + "\"LONGER-THAN-TWENTY-CHARS\",\"type\":\"eMAID\"}}|changed idToken",
        "ClearCache|{\"customData\":{\"vendorId\":\"x\"}}|dropped customData"
      })
  void whatACallOf201LosesIsSaid(String action, String payload, String loss) throws IOException {
    String call = "[2,\"1\",\"" + action + "\"," + payload + "]";
    assertThat(convert("1.5", "ocpp2.0.1", call)).isZero();
    assertThat(text(err)).contains(loss);
  }

  @ParameterizedTest
  @CsvSource({
    "Reset, OccurrenceConstraintViolation Reset: a required field is missing: type",
    "SetDisplayMessage, NotSupported",
    "Nonsense, NotImplemented"
  })
  void aCallOf201ThatIsRefusedIsSaid(String action, String error) throws IOException {
    assertThat(convert("1.6", "ocpp2.0.1", "[2,\"1\",\"" + action + "\",{}]")).isZero();
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("answered by the bridge itself: " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "RequestStopTransaction|{\"transactionId\":\"17\"}|<(\\w+:)?transactionId>17<",
        "UnlockConnector|{\"evseId\":3,\"connectorId\":1}|<(\\w+:)?connectorId>3<",
        "Reset|{\"type\":\"Immediate\"}|<(\\w+:)?type>Hard<"
      })
  void aCallOf201BecomesTheEnvelopeTheChargerWouldGet(
      String action, String payload, String expected) throws IOException {
    String call = "[2,\"1\",\"" + action + "\"," + payload + "]";
    assertThat(convert("1.5", "ocpp2.0.1", call)).isZero();

    assertThat(text(out))
        .as(text(err))
        .contains("urn://Ocpp/Cp/2012/06/")
        .containsPattern(expected);
  }

  @Test
  void whatTheBridgeAnswersItselfIsSaidAndNothingGoesOut() throws IOException {
    assertThat(convert("1.2", "[2,\"1\",\"GetLocalListVersion\",{}]")).isZero();
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("answered by the bridge itself: {\"listVersion\":-1}");
  }

  @ParameterizedTest
  @CsvSource({
    "Reset, OccurenceConstraintViolation Reset: a required field is missing: type",
    "Nonsense, NotImplemented"
  })
  void aCallThatIsRefusedIsSaidAndNothingGoesOut(String action, String error) throws IOException {
    assertThat(convert("1.6", "[2,\"1\",\"" + action + "\",{}]")).isZero();
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("answered by the bridge itself: " + error);
  }

  @Test
  void theSameTimeAndSeedGiveTheSameOutput() throws IOException {
    String message = envelope("urn://Ocpp/Cs/2010/08/", METER.replace("2026-03-01T11:00:00Z", ""));
    String[] repeatable = {"--now", "2026-03-01T12:00:00Z", "--seed", "7"};
    convert("1.2", "ocpp1.6", message, repeatable);
    String first = text(out);
    out.reset();
    convert("1.2", "ocpp1.6", message, repeatable);

    assertThat(text(out)).isEqualTo(first).contains("\"timestamp\":\"2026-03-01T12:00:00Z\"");
    out.reset();
    convert("1.2", "ocpp1.6", message, "--now", "2026-03-01T12:00:00Z", "--seed", "8");
    assertThat(text(out)).isNotEqualTo(first);
  }

  @Test
  void aMessageOfAnotherVersionIsConvertedAndSaid() throws IOException {
    convert("1.6", envelope("urn://Ocpp/Cs/2012/06/", START));
    assertThat(text(err)).contains("the namespace says OCPP 1.5, not 1.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hello                       | 1 | bridge: ",
        "<a/>                        | 1 | bridge: ",
        "[2,\"1\",\"Reset\"          | 1 | bridge: the message is no JSON: ",
        "[3,\"1\",{}]                | 2 | bridge: a CALL is [2, id, action, {…}]",
        "[2,\"1\",\"Reset\",[]]      | 2 | bridge: a CALL is [2, id, action, {…}]",
      })
  void aMessageThatIsNoneEndsWithOneLine(String message, int code, String line) throws IOException {
    assertThat(convert("1.6", message)).isEqualTo(code);
    assertThat(text(err)).startsWith(line).hasLineCount(1).hasSizeGreaterThan(line.length());
    assertThat(text(out)).isEmpty();
  }

  @Test
  void anEnvelopeOfAnUnknownOperationIsNamed() throws IOException {
    assertThat(convert("1.6", envelope("urn://Ocpp/Cs/2015/10/", "<cs:fooRequest/>"))).isEqualTo(1);
    assertThat(text(err)).startsWith("bridge: ").contains("foo").hasLineCount(1);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    String file = folder.resolve("none.xml").toString();
    assertThat(run(List.of("convert", "--charger", "1.6", "--csms", "ocpp1.6", file))).isEqualTo(2);
    assertThat(text(err)).isEqualTo("bridge: cannot read " + file + ": no such file\n");
  }

  private static String envelope(String namespace, String body) {
    return ENVELOPE.replace("NAMESPACE", namespace).replace("BODY", body);
  }

  private int convert(String version, String message) throws IOException {
    return convert(version, "ocpp1.6", message);
  }

  private int convert(String version, String csms, String message, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve("message"), message);
    List<String> arguments =
        new ArrayList<>(List.of("convert", "--charger", version, "--csms", csms));
    arguments.addAll(List.of(more));
    arguments.add(file.toString());
    return run(arguments);
  }

  private int run(List<String> arguments) {
    Surroundings surroundings =
        new Surroundings(Map.of(), stream(out), stream(err), () -> new Terminal(false, 80, false));
    return new Cli(surroundings)
        .convert(new ConvertProgram())
        .execute(arguments.toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
