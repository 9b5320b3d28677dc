package dev.interlock.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.interlock.server.TestServer;
import dev.interlock.server.browser.Pages.Look;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is shut out of a page: not by colours, sizes, or missing names. */
class AccessibleIT {

  private static final String PERSON = "release-manager";

  /** How far what stands on a page may jump while it loads. */
  private static final double MOST_SHIFT = 0.1;

  @TempDir static Path data;

  private static TestServer server;
  private static Chromium chromium;
  private static String signedIn = "";

  @BeforeAll
  static void start() {
    Chromium.needed();
    server = TestServer.start(data);
    chromium = Chromium.start();
    server.person(
        PERSON,
        List.of(
            AccountRole.ADMINISTRATOR,
            AccountRole.REQUESTER,
            AccountRole.APPROVER,
            AccountRole.OPERATOR,
            AccountRole.AUDITOR));
    signedIn = chromium.visitor(server.running().url()).signIn(PERSON, PERSON).signedIn();
  }

  @AfterAll
  static void stop() {
    Chromium.close(chromium, server);
  }

  private static Visitor visitor(Look look) {
    return chromium.visitor(server.running().url(), look.options());
  }

  private static Visitor insider(Look look) {
    return chromium.visitor(server.running().url(), look.options().setStorageState(signedIn));
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK_LIGHT", "TABLET_DARK"})
  void every_page_is_open_to_everybody(Look look) {
    Visitor visitor = insider(look);
    List<String> wrong = new ArrayList<>();
    for (String path : Pages.SIGNED_IN) {
      Page page = visitor.open(path).page();
      unfold(page);
      wrong.addAll(Axe.grave(page));
      wrong.addAll(beyondTheEdge(path, page));
    }
    visitor.assertNoComplaint();
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK_LIGHT", "TABLET_DARK"})
  void so_is_what_people_see_before_they_are_in_and_when_something_is_wrong(Look look) {
    Visitor visitor = visitor(look);
    List<String> wrong = new ArrayList<>(Axe.grave(visitor.open("/sign-in").page()));
    visitor.trySignIn("nobody", "nothing at all");
    visitor.page().locator("[role=alert]").waitFor();
    wrong.addAll(Axe.grave(visitor.page()));
    visitor = insider(look);
    wrong.addAll(Axe.grave(visitor.open("/changes/no-such-change").page()));
    wrong.addAll(Axe.grave(visitor.open("/calendar?zone=Mars").page()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void axe_finds_what_is_planted() {
    Page page = visitor(Look.DESK_LIGHT).open("/sign-in").page();
    page.evaluate("document.querySelector('label[for=username]').remove()");

    assertThat(Axe.grave(page))
        .singleElement()
        .asString()
        .contains("label (critical)", "#username");
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK_LIGHT", "TABLET_LIGHT"})
  void nothing_jumps_while_a_page_loads(Look look) {
    Visitor visitor = insider(look);
    visitor
        .page()
        .addInitScript(
            """
            window.shifted = 0;
            new PerformanceObserver(list => list.getEntries().forEach(shift => window.shifted += shift.value))
                .observe({type: 'layout-shift', buffered: true});
            """);
    List<String> jumped = new ArrayList<>();
    for (String path : Pages.SIGNED_IN) {
      Page page = visitor.open(path).page();
      double shifted =
          ((Number)
                  page.evaluate(
                      "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.shifted), 100)))"))
              .doubleValue();
      if (shifted >= MOST_SHIFT) {
        jumped.add(path + " by " + shifted);
      }
    }
    assertThat(jumped).isEmpty();
  }

  /** Opens everything that can be opened, so that it is looked at too. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");
  }

  /** A page never scrolls sideways; wide drawings and tables do so within themselves. */
  private static List<String> beyondTheEdge(String path, Page page) {
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) wide).intValue() <= 0
        ? List.of()
        : List.of(path + " is wider than the window by " + wide);
  }
}
