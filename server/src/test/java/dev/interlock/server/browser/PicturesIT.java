package dev.interlock.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.interlock.goldens.Checkout;
import dev.interlock.server.TestServer;
import dev.interlock.server.browser.Pages.Look;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures in {@code docs/images}: taken anew with {@code -Dgolden.update=true}, otherwise only
 * looked for. They are not compared, because letters are drawn differently from machine to machine.
 */
class PicturesIT {

  private static final Path IMAGES = Checkout.root().resolve("docs/images");
  private static final String PERSON = "service-owner-core";

  /** As somebody would name it who stands in the checkout. */
  private static final String ESTATE =
      Path.of("").toAbsolutePath().relativize(Checkout.samples().resolve("estate")).toString();

  @TempDir static Path data;

  private static TestServer server;
  private static Chromium chromium;
  private static String signedIn = "";

  @BeforeAll
  static void start() {
    Chromium.needed();
    server = TestServer.start(data, ESTATE);
    chromium = Chromium.start();
    server.person(
        PERSON, List.of(AccountRole.APPROVER, AccountRole.REQUESTER, AccountRole.AUDITOR));
    signedIn = chromium.visitor(server.running().url()).signIn(PERSON, PERSON).signedIn();
  }

  @AfterAll
  static void stop() {
    Chromium.close(chromium, server);
  }

  @ParameterizedTest
  @CsvSource({
    "board, DESK_LIGHT, /",
    "board-dark, DESK_DARK, /",
    "board-tablet, TABLET_LIGHT, /",
    "changes, DESK_LIGHT, /changes",
    "change-form, DESK_LIGHT, /changes/new",
    "decision, DESK_LIGHT, /changes/edi-partner-onboarding",
    "calendar, DESK_LIGHT, /calendar",
    "findings, DESK_LIGHT, /findings",
    "drills, DESK_LIGHT, /drills",
    "drills-dark, DESK_DARK, /drills",
    "evidence, DESK_LIGHT, /evidence",
    "estate, DESK_LIGHT, /estate?focus=service/odoo-web"
  })
  void a_page_has_its_picture(String name, Look look, String path) {
    Visitor visitor =
        chromium
            .visitor(server.running().url(), look.options().setStorageState(signedIn))
            .open(path);
    Path picture = IMAGES.resolve(name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      visitor.page().screenshot(new ScreenshotOptions().setPath(picture));
    }
    visitor.assertNoComplaint();
    visitor.leave();
    assertThat(picture).as("taken with -Dgolden.update=true").isNotEmptyFile();
  }
}
