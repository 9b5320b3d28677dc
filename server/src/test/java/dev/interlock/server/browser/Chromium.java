package dev.interlock.server.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.interlock.server.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine, without a window. */
final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  /** As root there is no sandbox; nothing but the page under test is loaded. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Milliseconds: two cores may be busy with something else. */
  static final double PATIENCE = 120_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<Visitor> visitors = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Skips the test, by name, where there is none. */
  static void needed() {
    assumeTrue(Files.isExecutable(PROGRAM), "Chromium is not here (apt-get install chromium)");
  }

  /** Starts it. */
  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser);
  }

  /** Somebody with a browser of their own, at a desk. */
  Visitor visitor(String url) {
    return visitor(url, new NewContextOptions().setViewportSize(1400, 1000));
  }

  /** Somebody with a browser of their own, of this size and taste. */
  Visitor visitor(String url, NewContextOptions options) {
    Visitor visitor = new Visitor(browser.newContext(options.setBaseURL(url)));
    visitors.add(visitor);
    return visitor;
  }

  /** Fails when any browser complained about a page. */
  void assertNobodyComplained() {
    visitors.forEach(Visitor::assertNoComplaint);
  }

  /** Ends what was started, whatever that was. */
  static void close(@Nullable Chromium chromium, @Nullable TestServer server) {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
