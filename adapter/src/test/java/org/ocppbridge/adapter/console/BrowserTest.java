package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.simulate.ConnectorState;
import org.ocppbridge.adapter.simulate.SimulatedCharger;
import org.ocppbridge.mappings.SoapVersion;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The console in a real browser. {@code -Dscreenshots=true} writes the pictures of the docs anew.
 */
class BrowserTest {

  private static final Path PICTURES = Path.of("..", "docs", "screenshots");
  private static final List<String> PAGES =
      List.of("/", "/chargers/ACME-1", "/messages", "/charts", "/dead-letters", "/audit");

  private static Browser browser;
  private static ConsoleStage stage;
  private static SimulatedCharger charger;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    stage = new ConsoleStage();
    charger = stage.charger(SoapVersion.V16, "ACME-1");
    stage.charger(SoapVersion.V15, "FIELD-7");
    stage.charger(SoapVersion.V12, "OLD <b>2</b>");
    browser.size(1280, 900).signIn(stage.url(), ConsoleStage.TOKEN);
  }

  @AfterAll
  static void stop() {
    if (stage != null) {
      stage.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsRefusedByThePolicyAndNoScriptFails() {
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, 900", "390, 844"})
  void theFleetShowsBothLegsOfEachCharger(int width, int height) throws IOException {
    browser.size(width, height).open("/");
    browser.find("tr[data-id='ACME-1']");
    String row = browser.text("tr[data-id='ACME-1']");
    assertThat(row).contains("OCPP 1.6", "connected", "main · ocpp2.0.1", "1: Available");
    assertThat(browser.text("main")).contains("OLD <b>2</b>");
    assertThat(browser.count("main td b")).isZero();
    browser.fits();
  }

  @ParameterizedTest
  @CsvSource({"1280, 900", "390, 844"})
  void aSessionIsWatchedAsItRunsAndItsMessagesSideBySide(int width, int height) throws Exception {
    browser.size(width, height).open("/chargers/ACME-1");
    browser.awaitText("Nothing is charging.");
    charger.status(1, ConnectorState.PREPARING);
    charger.start(1, "TAG-1");
    browser.find("[data-transaction]");
    charger.meterValues(1);
    browser.await("energy", () -> browser.text("[data-value=energy] b").endsWith("kWh"));
    String before = browser.text("[data-value=energy] b");
    charger.meterValues(1);
    browser.await("more energy", () -> !browser.text("[data-value=energy] b").equals(before));

    browser.find(".timeline li[data-operation=StartTransaction] button").sendKeys(Keys.ENTER);
    browser.find(".wire-soap .line.linked");
    assertThat(browser.text(".wire-soap")).contains("startTransactionRequest", "TAG-1");
    assertThat(browser.text(".wire-json")).contains("TransactionEvent", "TAG-1");
    assertThat(linked("soap")).isNotEmpty().containsExactlyInAnyOrderElementsOf(linked("json"));
    browser.fits();

    charger.stop(1, "Local", true);
    browser.awaitText("Nothing is charging.");
    charger.leave(1);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> linked(String side) {
    return (List<Object>)
        browser.script(
            "return [...document.querySelectorAll('.wire-' + arguments[0] + ' .line[data-link]')]"
                + ".map(l => l.dataset.link)",
            side);
  }

  @Test
  void aDeadLetterIsTriedAgain() {
    stage.deadLetterOf("LETTER-1");
    browser.size(1280, 900).open("/dead-letters");
    browser.awaitText("4711");
    browser.find("a[aria-label^='Exchange of']").click();
    browser.awaitPath("/messages");
    browser.find(".timeline li[data-operation=StopTransaction] button").sendKeys(Keys.ENTER);
    browser.await("its envelope", () -> browser.text(".wire-soap").contains("4711"));
    browser.open("/dead-letters");
    browser.find("button[aria-label^='Retry']").click();
    browser.find("dialog[open] .primary").click();
    browser.awaitText("It waits for the CSMS again.");
    browser.open("/audit");
    browser.awaitText("retry dead letter");
  }

  @Test
  void anActionIsConfirmedAndToldAndStandsInTheAuditLog() {
    browser.size(1280, 900).open("/chargers/FIELD-7");
    browser.button("Test callback").click();
    browser.find("dialog[open] .primary").click();
    browser.awaitText("GetConfiguration(HeartbeatInterval)");
    browser.button("Pause delivery").click();
    browser.find("dialog[open] .primary").click();
    browser.awaitText("delivery paused");
    browser.button("Resume delivery").click();
    browser.find("dialog[open] .primary").click();
    browser.button("Pause delivery");
    browser.open("/audit");
    browser.awaitText("resume delivery");
  }

  @Test
  void theKeyboardIsEnough() {
    browser.size(1280, 900).open("/");
    browser.find("tr[data-id='ACME-1'] a");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("Skip to the content");
    for (int i = 0; i < 60 && !browser.focused().equals("ACME-1"); i++) {
      browser.press(Keys.TAB);
    }
    browser.press(Keys.ENTER);
    browser.awaitPath("/chargers/ACME-1");
    WebElement action = browser.button("Reset");
    for (int i = 0; i < 60 && !browser.focused().equals("Reset"); i++) {
      browser.press(Keys.TAB);
    }
    browser.press(Keys.ENTER);
    browser.find("dialog[open]");
    browser.press(Keys.ESCAPE);
    browser.await("closed", () -> browser.count("dialog[open]") == 0);
    browser.await("focus is back", () -> browser.focused().equals(action.getText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void nothingStandsInTheWayOfAnybody(String theme) {
    browser.size(1280, 900).open("/").theme(theme);
    for (String page : PAGES) {
      browser.open(page).find("main h1");
      browser.await("shown", () -> browser.count("main > *") > 2);
      assertThat(browser.violations()).as(page).isEmpty();
      browser.size(390, 844).fits();
      browser.size(1280, 900);
    }
  }

  @Test
  void theChartsTellTheirValuesToThePointerAndTheKeyboard() throws IOException {
    try (AdminServer server = server(FakeFleet.of(5_000))) {
      URI url = URI.create("http://127.0.0.1:" + server.address().getPort());
      browser.size(1280, 1000).signIn(url, AdminServerTest.TOKEN).open("/charts");
      browser.await("all charts", () -> browser.count(".chart svg path.series") == 12);
      assertThat(browser.text("main"))
          .contains("Traffic", "Latency", "Power", "Energy", "a minute");
      String before = browser.text(".chart .keys");
      browser.script("document.querySelector('.chart svg').focus()");
      browser.press(Keys.ARROW_LEFT);
      assertThat(browser.text(".chart .keys")).isNotEqualTo(before);
      assertThat(browser.violations()).isEmpty();
      if (Boolean.getBoolean("screenshots")) {
        browser.screenshot(PICTURES.resolve("charts.png"));
      }
    } finally {
      browser.signIn(stage.url(), ConsoleStage.TOKEN);
    }
  }

  @Test
  void theFleetPageOfFiveThousandChargersOpensWithinASecond() {
    try (AdminServer server = server(FakeFleet.of(5_000))) {
      URI url = URI.create("http://127.0.0.1:" + server.address().getPort());
      browser.size(1280, 900).signIn(url, AdminServerTest.TOKEN);
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        browser.open("/").find("tbody tr");
        times.add(
            ((Number)
                    browser.script(
                        "return performance.getEntriesByType('resource')"
                            + ".filter(r => r.name.includes('/api/v1/chargers'))"
                            + ".map(r => r.responseEnd)[0]"))
                .longValue());
      }
      System.out.println("the fleet page had its chargers after, in ms: " + times);
      assertThat(times.stream().sorted().toList().get(2)).isLessThan(1_000);
    } finally {
      browser.signIn(stage.url(), ConsoleStage.TOKEN);
    }
  }

  private static AdminServer server(FakeFleet fleet) {
    return new AdminServer(
        new AdminSettings(
            "127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), InstantSource.system()),
        AdminToken.configured(AdminServerTest.TOKEN),
        new AuditLog(Optional.empty(), InstantSource.system()),
        fleet.operator());
  }

  @Test
  void theSearchFinds() {
    browser.size(1280, 900).open("/");
    browser.find("input[type=search]").sendKeys("field-");
    browser.await("one", () -> browser.count("tbody tr") == 1);
    assertThat(browser.text("tbody")).contains("FIELD-7");
    browser.open("/?attention=true").find("main h1");
  }

  @ParameterizedTest
  @CsvSource({"1280, 900", "390, 844"})
  void theMessagesOfAllChargersAreSearchedByChargerOperationAndTime(int width, int height) {
    browser.size(width, height).open("/messages");
    browser.find("input[name=operation]").sendKeys("BootNotification", Keys.TAB);
    browser.await("all", () -> browser.count(".timeline li") >= 3);
    assertThat(browser.text(".timeline")).contains("ACME-1", "FIELD-7", "OLD <b>2</b>");
    browser.find("input[name=charger]").sendKeys("FIELD-7", Keys.TAB);
    browser.await("one", () -> browser.count(".timeline li") == 1);
    assertThat(browser.find("a[download]").getAttribute("href"))
        .contains("/exchanges/export?", "charger=FIELD-7", "operation=BootNotification");
    browser.fits();

    String address = (String) browser.script("return location.pathname + location.search");
    browser.open(address).await("kept", () -> browser.count(".timeline li") == 1);
    browser.open(address + "&to=2020-01-01T00:00:00").awaitText("No message matches.");
  }

  @Test
  void aChargerThatNobodyKnowsIsNamedAndThereIsAWayBack() {
    browser.size(1280, 900).open("/chargers/NO-SUCH");
    browser.awaitText("no charger of this identity is known");
    assertThat(browser.text("h1")).isEqualTo("NO-SUCH");
    browser.find("main a[href='/']").click();
    browser.awaitPath("/");
    assertThat(browser.complaints()).hasSize(1).first().asString().contains("404");
  }

  @Test
  void picturesForTheDocs() throws Exception {
    Assumptions.assumeTrue(
        Boolean.getBoolean("screenshots"), "skipped: pictures are made with -Dscreenshots=true");
    charger.status(1, ConnectorState.PREPARING);
    charger.start(1, "TAG-1");
    charger.status(1, ConnectorState.CHARGING);
    charger.meterValues(1);
    browser.size(1280, 800).open("/").theme("light").open("/").find("tr[data-id='ACME-1']");
    browser.await("power", () -> browser.text("main").contains("kWh"));
    browser.screenshot(PICTURES.resolve("fleet.png"));
    browser.open("/chargers/ACME-1");
    browser.find(".timeline li[data-operation=StartTransaction] button").sendKeys(Keys.ENTER);
    browser.find(".line.linked");
    browser.size(1280, 1500).screenshot(PICTURES.resolve("charger.png"));
    browser.size(390, 844).theme("dark").open("/chargers/ACME-1").find("[data-transaction]");
    browser.screenshot(PICTURES.resolve("phone.png"));
    charger.stop(1, "Local", true);
    charger.leave(1);
  }
}
