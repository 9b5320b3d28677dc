package dev.interlock.server.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** Every page of the console, and how it is looked at. */
final class Pages {

  /** What an administrator who also asks for changes can open. */
  static final List<String> SIGNED_IN =
      List.of(
          "/",
          "/changes",
          "/changes?q=no-such-change",
          "/changes/new",
          "/changes/manufacturing-release",
          "/changes/edi-partner-onboarding",
          "/changes/reporting-cluster",
          "/changes/bank-statement-import",
          "/calendar",
          "/calendar?days=28&zone=Asia/Kolkata",
          "/findings",
          "/drills",
          "/evidence",
          "/estate",
          "/estate?focus=service/odoo-web",
          "/accounts",
          "/account",
          "/password");

  /** How a page is looked at. */
  enum Look {
    DESK_LIGHT(1400, 1000, ColorScheme.LIGHT),
    DESK_DARK(1400, 1000, ColorScheme.DARK),
    TABLET_LIGHT(820, 1180, ColorScheme.LIGHT),
    TABLET_DARK(820, 1180, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme colours;

    Look(int width, int height, ColorScheme colours) {
      this.width = width;
      this.height = height;
      this.colours = colours;
    }

    NewContextOptions options() {
      return new NewContextOptions()
          .setViewportSize(width, height)
          .setColorScheme(colours)
          .setReducedMotion(ReducedMotion.REDUCE);
    }
  }

  private Pages() {}
}
