package dev.interlock.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.cli.Main;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.AccountRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change from the wish to the proof, by two people in two browsers. */
class ChangeInBrowserIT {

  @TempDir static Path data;
  @TempDir private Path folder = Path.of("");

  private static TestServer server;
  private static Chromium chromium;
  private static Visitor requester;
  private static Visitor approver;

  @BeforeAll
  static void start() {
    Chromium.needed();
    server = TestServer.start(data);
    chromium = Chromium.start();
    requester = somebody("odoo-developer-2", AccountRole.REQUESTER);
    approver = somebody("service-owner-core", AccountRole.APPROVER);
  }

  private static Visitor somebody(String name, AccountRole role) {
    server.person(name, List.of(role));
    return chromium.visitor(server.running().url()).signIn(name, name);
  }

  @AfterAll
  static void stop() {
    Chromium.close(chromium, server);
  }

  @AfterEach
  void no_browser_complained() {
    chromium.assertNobodyComplained();
  }

  @Test
  void a_change_is_asked_for_approved_and_proven() throws IOException {
    RequestForm form = new RequestForm(requester);
    assertThat(form.explanation()).containsText("Fill in the form");
    form.labels("Pallet labels for Joliet");
    assertThat(form.explanation()).containsText("Tier low");
    assertThat(form.explanation()).containsText("pending approvals");
    form.file();
    Page filed = requester.page();
    assertThat(filed)
        .hasURL(server.running().url() + "/changes/pallet-labels-for-joliet?done=filed");
    assertThat(heading(filed)).containsText("WAIT");
    assertThat(filed.locator(".until")).hasText("Waits for people");
    assertThat(filed.getByLabel("approvals: pending")).isVisible();

    approver.open("/changes?contact=approvals");
    approver.follow("Pallet labels for Joliet");
    approver.press("Approve");
    assertThat(heading(approver.page())).containsText("GO");

    assertThat(heading(filed)).containsText("GO");
    assertThat(filed.getByLabel("approvals: closed")).isVisible();
    assertThat(filed.locator("#heard")).containsText("GO: Go until");
    verify(proof(requester));
  }

  @Test
  void outside_its_time_an_approved_change_waits_until_then() {
    RequestForm form = new RequestForm(requester).labels("Labels for the stocktaking");
    form.fill("Not before", "2026-11-22T12:00:00Z").file();
    assertThat(heading(requester.page())).containsText("WAIT");

    approver.open("/changes/labels-for-the-stocktaking").press("Approve");

    assertThat(requester.page().locator(".until")).hasText("Not before Sun 2026-11-22 12:00 UTC");
    assertThat(heading(requester.page())).containsText("WAIT");
  }

  @Test
  void news_leave_alone_what_somebody_is_writing() {
    new RequestForm(requester).labels("Labels for Pune").file();
    assertThat(heading(requester.page())).containsText("WAIT");
    Page page = approver.open("/changes/labels-for-pune").page();
    page.locator("#summary-rules").click();
    page.getByLabel("with a comment").fill("seen on a wet pa");
    requester.press("Record this decision");

    assertThat(page.locator(".life")).containsText("asked the gate: wait");

    assertThat(page.getByLabel("with a comment")).isFocused();
    page.keyboard().type("llet");
    assertThat(page.getByLabel("with a comment")).hasValue("seen on a wet pallet");
    assertThat(page.locator("#contact-rules")).hasAttribute("open", "");
  }

  /** Records the decision and takes its pack. */
  private Path proof(Visitor visitor) {
    visitor.press("Record this decision");
    assertThat(visitor.page().locator(".said"))
        .hasText("The gate's answer is recorded in the ledger.");
    Download download = visitor.page().waitForDownload(() -> visitor.follow("evidence pack"));
    Path pack = folder.resolve(download.suggestedFilename());
    download.saveAs(pack);
    return pack;
  }

  /** What an auditor does, with the key that the console shows. */
  private void verify(Path pack) throws IOException {
    Path key =
        Files.writeString(folder.resolve("ledger.pub"), key(approver.open("/evidence").page()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> words = List.of("ledger", "verify", pack.toString(), "--key=" + key);
    int exit = Main.run(words, InputStream.nullInputStream(), out, out, Map.of());
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("HOLDS");
  }

  private static String key(Page page) {
    page.getByText("The newest checkpoint and the key").click();
    return page.getByLabel("Key").innerText();
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }
}
