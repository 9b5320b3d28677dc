package dev.interlock.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at a browser, and everything that the browser complained about. */
final class Visitor {

  /** Tells that a page has asked, once it listened, for what it had not been told. */
  private static final String LISTEN =
      "addEventListener('htmx:afterSettle', () => window.upToDate = true)";

  private static final String UP_TO_DATE =
      """
      () => window.upToDate || !window.htmx || document.hidden
          || !document.querySelector('[hx-trigger*="board from:body"]')
      """;

  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visitor(BrowserContext context) {
    page = context.newPage();
    page.setDefaultTimeout(Chromium.PATIENCE);
    page.addInitScript(LISTEN);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  /** What another browser needs in order to be signed in too. */
  String signedIn() {
    return page.context().storageState();
  }

  /** What is open. */
  Page page() {
    return page;
  }

  /** Opens a page, and waits until it stands still. */
  Visitor open(String path) {
    page.navigate(path);
    page.waitForFunction(UP_TO_DATE);
    return this;
  }

  /** Signs in on the form, from the keyboard. */
  Visitor signIn(String name, String password) {
    trySignIn(name, password);
    page.waitForURL(url -> !url.endsWith("/sign-in"));
    return this;
  }

  /** The same, without waiting for what comes of it. */
  void trySignIn(String name, String password) {
    page.navigate("/sign-in");
    page.getByLabel("Name").focus();
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type(password);
    page.keyboard().press("Enter");
  }

  /** Presses a button. */
  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Follows a link. */
  void follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
  }

  /** Leaves. */
  void leave() {
    page.context().close();
  }

  /**
   * What the browser complained about: what the content policy forbids, errors of scripts, answers
   * that are refusals.
   */
  void assertNoComplaint() {
    assertThat(complaints).isEmpty();
  }
}
