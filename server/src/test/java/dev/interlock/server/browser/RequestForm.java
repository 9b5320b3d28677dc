package dev.interlock.server.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.goldens.Checkout;
import java.util.regex.Pattern;

/** Somebody fills in the form for a change. */
final class RequestForm {

  /** What stands in the sample's staging environment, tested. */
  private static final String TESTED =
      "sha256:372e0b430493703b6990a7d1c350af77459dea6a73d9428be1762d0d805c6d63";

  private final Page page;

  RequestForm(Visitor visitor) {
    page = visitor.open("/changes/new").page();
  }

  /** What the page says to what is filled in so far. */
  Locator explanation() {
    return page.locator("#explained");
  }

  RequestForm fill(String label, String text) {
    field(label).fill(text);
    return this;
  }

  RequestForm choose(String label, String option) {
    field(label).selectOption(option);
    return this;
  }

  /** A new layout for labels, on which one person must agree. */
  RequestForm labels(String title) {
    fill("What is to be done, in one line", title);
    choose("Environment", "core-production");
    fill("Kind", "report");
    fill("Why it is needed", "Scanners misread the small code on wet pallets.");
    page.getByLabel("odoo-web").check();
    fill("Digests of the images it brings in, one in each line", TESTED);
    page.getByLabel("Manifests it brings in")
        .setInputFiles(Checkout.samples().resolve("manifests/scaling/odoo-workers.yaml"));
    fill("The way back, one step in each line", "Print with the old layout.");
    fill("Carried out by", "platform-engineer-1");
    return this;
  }

  private Locator field(String label) {
    return page.getByLabel(Pattern.compile("^\\s*" + label));
  }

  /** Files it, from the keyboard. */
  void file() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("File the change")).focus();
    page.keyboard().press("Enter");
  }
}
