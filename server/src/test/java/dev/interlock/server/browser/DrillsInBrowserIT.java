package dev.interlock.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.browser.Pages.Look;
import dev.interlock.server.drills.SavedOdoo;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** People look at restore drills, start one and see it get on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillsInBrowserIT {

  private static final String DRILLED = "tenant-a";
  private static final String ELSEWHERE = "tenant-b";
  private static final Path PICTURES = Path.of("target/pictures");

  @TempDir static Path folder = Path.of("");

  private static TestServer server;
  private static Chromium chromium;
  private static String operator = "";

  @BeforeAll
  static void start() throws Exception {
    Chromium.needed();
    SavedOdoo saved = SavedOdoo.in(folder, List.of(DRILLED)).withoutStore(ELSEWHERE);
    saved.machine("plant");
    server = TestServer.plain(folder.resolve("server"), saved.estate().toString());
    chromium = Chromium.start();
    server.person("operator", List.of(AccountRole.OPERATOR));
    server.person("viewer", List.of(AccountRole.VIEWER));
    operator = chromium.visitor(server.running().url()).signIn("operator", "operator").signedIn();
    ApiClient client = ApiClient.of(server, "pipeline");
    for (int week = 1; week <= 5; week++) {
      Instant at = Instant.now().minus(Duration.ofDays(7L * week));
      String signed = saved.signed(ELSEWHERE, at, Duration.ofMinutes(220 - 20L * week));
      assertThat(client.send("POST", "/evidence", signed).status()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    SavedOdoo.noMachine();
    Chromium.close(chromium, server);
  }

  private static Visitor operator(NewContextOptions options) {
    return chromium.visitor(server.running().url(), options.setStorageState(operator));
  }

  private static Locator section(Page page, String environment) {
    return page.locator("section", new Page.LocatorOptions().setHasText("Small " + environment));
  }

  @Test
  @Order(1)
  void one_that_was_started_gets_on_before_ones_eyes() {
    Visitor visitor = operator(Look.DESK_LIGHT.options()).open("/drills");
    Page page = visitor.page();
    Locator drilled = section(page, DRILLED);
    assertThat(drilled).containsText("proven on");
    assertThat(drilled).containsText("UTC, counts");

    visitor.press("Drill Small tenant-a now");

    assertThat(page.locator(".said")).containsText("begins soon");
    assertThat(drilled).containsText("A drill is running");
    assertThat(drilled.locator(".running")).containsText("left");
    assertThat(drilled.locator("progress")).isVisible();
    page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("drill-running.png")));
    assertThat(Axe.grave(page)).isEmpty();
    assertThat(drilled).not().containsText("A drill is running");
    assertThat(drilled).containsText("proven on");
    assertThat(drilled.locator("svg.plot circle")).hasCount(2);
    drilled.locator("[id^=checks-] summary").click();
    assertThat(drilled).containsText("odoo/attachments-have-files");
    visitor.assertNoComplaint();
  }

  @Test
  @Order(2)
  void what_cannot_be_drilled_here_says_so_and_where_it_is_going() {
    List<String> wrong = new ArrayList<>();
    for (Look look : List.of(Look.DESK_LIGHT, Look.TABLET_DARK)) {
      Visitor visitor = operator(look.options()).open("/drills");
      Page page = visitor.page();
      Locator elsewhere = section(page, ELSEWHERE);
      assertThat(elsewhere).containsText("This server can't drill it");
      elsewhere.getByText("For the administrator").click();
      assertThat(elsewhere).containsText("INTERLOCK_DRILLS_STORES_ELSEWHERE_FOLDER");
      assertThat(elsewhere).containsText("With this growth the objective of 4 h breaks about");
      assertThat(elsewhere.locator("[id^=before-] tbody tr")).hasCount(4);
      assertThat(elsewhere.locator("button")).hasCount(0);
      page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");
      page.screenshot(
          new ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve("drills-" + look + ".png")));
      wrong.addAll(Axe.grave(page));
      visitor.assertNoComplaint();
      visitor.leave();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Order(3)
  void it_works_without_scripts_and_a_viewer_starts_nothing() {
    Visitor plain = operator(new NewContextOptions().setJavaScriptEnabled(false)).open("/drills");
    plain.press("Drill Small tenant-a now");
    assertThat(plain.page().locator(".said")).containsText("begins soon");

    Visitor viewer = chromium.visitor(server.running().url()).signIn("viewer", "viewer");
    viewer.open("/drills");
    assertThat(section(viewer.page(), DRILLED)).isVisible();
    assertThat(viewer.page().locator("#drills button")).hasCount(0);
  }
}
