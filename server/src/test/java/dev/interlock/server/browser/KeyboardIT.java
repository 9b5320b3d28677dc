package dev.interlock.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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

/** Whoever has no mouse gets everywhere, and always sees where. */
class KeyboardIT {

  private static final String PERSON = "release-manager";

  /** What can have the focus and is shown, in the order of the page. */
  private static final String REACHABLE =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(each => !each.disabled && each.type !== 'hidden' && each.checkVisibility()).length
      """;

  /** How the focus looks: its place in the page, and whether it is drawn. */
  private static final String FOCUS =
      """
      () => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const place = [...document.querySelectorAll('*')].indexOf(at);
        return (drawn ? '' : 'unseen ') + place + ' ' + at.tagName + ' ' + at.outerHTML.slice(0, 80);
      }
      """;

  @TempDir static Path data;

  private static TestServer server;
  private static Chromium chromium;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    Chromium.needed();
    server = TestServer.start(data);
    chromium = Chromium.start();
    server.person(PERSON, List.of(AccountRole.REQUESTER, AccountRole.APPROVER));
    visitor = chromium.visitor(server.running().url(), Look.DESK_LIGHT.options());
    visitor.signIn(PERSON, PERSON);
  }

  @AfterAll
  static void stop() {
    Chromium.close(chromium, server);
  }

  @Test
  void the_first_tab_leads_past_the_navigation() {
    Page page = visitor.open("/changes").page();
    page.keyboard().press("Tab");
    assertThat(page.getByText("To the content")).isFocused();
    assertThat(page.getByText("To the content")).isInViewport();

    page.keyboard().press("Enter");
    page.keyboard().press("Tab");

    assertThat(page.getByText("Ask for a change")).isFocused();
  }

  @Test
  void why_a_contact_is_not_closed_is_told_by_focus_and_pointer_until_escape() {
    Page page = visitor.open("/changes?q=purchase-approval").page();
    var tip = page.locator("#tip");
    var mark = page.locator("#mark-purchase-approval-limits-segregation");
    assertThat(tip).isHidden();

    mark.focus();
    assertThat(tip).isInViewport();
    assertThat(tip).containsText("segregation open: ");
    assertThat(tip).hasText(mark.locator(".sr").textContent());
    page.keyboard().press("Escape");
    assertThat(tip).isHidden();

    page.locator("#mark-purchase-approval-limits-approvals").hover();
    assertThat(tip).containsText("approvals pending: ");
    page.locator("h1").hover();
    assertThat(tip).isHidden();
  }

  @Test
  void tab_reaches_everything_and_is_always_seen() {
    for (String path :
        List.of(
            "/",
            "/changes",
            "/changes/traefik-upgrade",
            "/changes/new",
            "/calendar",
            "/evidence")) {
      Page page = visitor.open(path).page();
      int reachable = ((Number) page.evaluate(REACHABLE)).intValue();
      List<String> reached = reached(page, reachable);
      assertThat(reached).as(path).noneMatch(each -> each.startsWith("unseen"));
      assertThat(reached).as(path).doesNotHaveDuplicates();
    }
  }

  /** What has the focus after each of so many tabs. */
  private static List<String> reached(Page page, int tabs) {
    List<String> reached = new ArrayList<>();
    while (reached.size() < tabs) {
      page.keyboard().press("Tab");
      reached.add(String.valueOf(page.evaluate(FOCUS)));
    }
    return reached;
  }

  @Test
  void a_contact_of_the_rung_opens_its_evidence() {
    Page page = visitor.open("/changes/traefik-upgrade").page();
    assertThat(page.locator("#contact-money")).not().hasAttribute("open", "");
    page.locator("#rung-money").focus();

    page.keyboard().press("Enter");

    assertThat(page.locator("#contact-money")).hasAttribute("open", "");
    assertThat(page).hasURL(server.running().url() + "/changes/traefik-upgrade#contact-money");
  }
}
