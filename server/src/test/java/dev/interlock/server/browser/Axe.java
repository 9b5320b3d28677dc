package dev.interlock.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What shuts people out of a page, as axe finds it. */
final class Axe {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Axe() {}

  /**
   * What is serious or critical on the page as it stands, each with its places. Our pages have no
   * frames, so it is asked in the page itself, and no second one is opened to put parts together.
   */
  static List<String> grave(Page page) {
    assertThat(page.frames()).as("frames are not looked into").hasSize(1);
    // What a page holds can be found before its style sheet is there.
    page.waitForLoadState();
    return new AxeBuilder(page)
        .options(whatIsWrong()).setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> where(page) + " " + told(rule))
            .toList();
  }

  /** What is in order is not described place by place. */
  private static AxeRunOptions whatIsWrong() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static String where(Page page) {
    return page.url().replaceFirst("https?://[^/]+", "");
  }

  private static String told(Rule rule) {
    List<String> places =
        rule.getNodes().stream()
            .map(node -> "\n  " + node.getTarget() + " " + reason(node.getFailureSummary()))
            .toList();
    return rule.getId()
        + " ("
        + rule.getImpact()
        + "): "
        + rule.getHelp()
        + String.join("", places);
  }

  private static String reason(String summary) {
    return summary.replaceAll("\\s+", " ");
  }
}
