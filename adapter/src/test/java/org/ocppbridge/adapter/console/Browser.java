package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Without a sandbox, which a container cannot give it; it opens our own pages alone. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final ChromeDriver driver;
  private URI base;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one; where there is none the test is skipped, and says so. */
  static Browser start() {
    Optional<Path> chromium = program("chromium", "google-chrome", "chrome");
    Optional<Path> chromedriver = program("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String reason = "skipped: no chromium and chromedriver on the PATH";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toFile());
    options.addArguments(ARGUMENTS);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.orElseThrow().toFile())
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> program(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The size of what is seen, as of a desk or a phone. */
  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    return this;
  }

  Browser theme(String theme) {
    driver.executeScript("localStorage.setItem('theme', arguments[0])", theme);
    return this;
  }

  /** Signs in as a person does, with the keyboard. */
  Browser signIn(URI url, String token) {
    base = url;
    driver.get(url + "/");
    awaitPath("/login");
    driver.switchTo().activeElement().sendKeys(token, Keys.ENTER);
    awaitPath("/");
    return this;
  }

  Browser open(String path) {
    driver.get(base + path);
    return this;
  }

  void awaitPath(String path) {
    await("the page " + path, () -> URI.create(driver.getCurrentUrl()).getPath().equals(path));
  }

  /** Waits until something stands on the page. */
  WebElement find(String css) {
    await(css, () -> !driver.findElements(By.cssSelector(css)).isEmpty());
    return driver.findElement(By.cssSelector(css));
  }

  WebElement button(String text) {
    By by = By.xpath("//button[normalize-space()='" + text + "']");
    await("button " + text, () -> !driver.findElements(by).isEmpty());
    return driver.findElement(by);
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  void awaitText(String text) {
    await("the text " + text, () -> find("body").getText().contains(text));
  }

  String text(String css) {
    return find(css).getText();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What has the keyboard's focus. */
  String focused() {
    return driver.switchTo().activeElement().getText();
  }

  Object script(String code, Object... arguments) {
    return driver.executeScript(code, arguments);
  }

  void await(String what, Callable<Boolean> condition) {
    try {
      Awaitility.await(what).atMost(PATIENCE).ignoreExceptions().until(condition);
    } catch (ConditionTimeoutException e) {
      String text = driver.findElement(By.cssSelector("body")).getText();
      throw new AssertionError(what + " is not on " + driver.getCurrentUrl() + ":\n" + text, e);
    }
  }

  /** Nothing has to be scrolled sideways. */
  void fits() {
    Object fits =
        script(
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    assertThat(fits).as("fits: " + driver.getCurrentUrl()).isEqualTo(true);
  }

  /** What the accessibility checker finds. */
  @SuppressWarnings("unchecked")
  List<String> violations() {
    script(axe());
    List<Map<String, Object>> found =
        (List<Map<String, Object>>)
            driver.executeAsyncScript(
                "const done = arguments[0]; axe.run(document).then(r => done(r.violations.map(v =>"
                    + " ({id: v.id, nodes: v.nodes.map(n => n.html + ' ' +"
                    + " n.failureSummary).join('; ')}))))");
    return found.stream().map(Object::toString).toList();
  }

  private static String axe() {
    String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream script = Browser.class.getResourceAsStream(path)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What went wrong in the pages since this was asked last: errors, refused by the policy. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("willReadFrequently")) // the checker's own canvas
        .toList();
  }

  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
