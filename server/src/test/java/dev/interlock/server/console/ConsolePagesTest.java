package dev.interlock.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read on the pages, on the sample estate of a Saturday night. */
class ConsolePagesTest {

  private static SampleConsole console;

  @BeforeAll
  static void a_saturday_night() {
    console = new SampleConsole(Instant.parse("2026-11-21T22:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/changes",
        "/calendar",
        "/findings",
        "/estate",
        "/estate?focus=service/odoo-web",
        "/changes/manufacturing-release"
      })
  void a_page_is_whole_and_leads_to_every_other(String path) throws Exception {
    String page = console.page(path);

    assertThat(page).startsWith("<!doctype html>").contains("<html lang=\"en\">", "</html>");
    assertThat(page).containsOnlyOnce("<h1").containsOnlyOnce("<main id=\"main\"");
    Shell.LINKS.forEach(link -> assertThat(page).contains("href=\"" + link.path() + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/changes",
        "/calendar",
        "/findings",
        "/estate",
        "/estate?focus=service/odoo-web",
        "/changes/manufacturing-release"
      })
  void nothing_on_a_page_needs_what_the_content_policy_forbids(String path) throws Exception {
    assertThat(console.page(path)).doesNotContain("style=\"", "<style", "onclick=", "javascript:");
  }

  @Test
  void the_board_counts_changes_as_the_queue_does() throws Exception {
    String board = console.page("/");
    for (String outcome : List.of("go", "wait", "stop")) {
      String queue = console.page("/changes?outcome=" + outcome);
      long rows = queue.lines().filter(line -> line.contains("<th scope=\"row\">")).count();
      assertThat(rows).isPositive();
      assertThat(board).contains("<strong>" + rows + "</strong> " + outcome);
    }
  }

  @Test
  void the_calendar_shows_changes_at_their_time_and_none_that_stop() throws Exception {
    assertThat(console.page("/calendar"))
        .contains("Changes that may go", "href=\"/changes/manufacturing-release\"", "Go until")
        .contains("href=\"/changes/database-minor-upgrade\"", "Not before Sun 2026-11-22")
        .doesNotContain("/changes/reporting-cluster");
    assertThat(console.page("/calendar?from=2027-03-01"))
        .contains("No change to core-production has a time in these days.");
  }

  @Test
  void the_calendar_draws_and_names_how_long_a_change_takes() throws Exception {
    String days = console.page("/calendar?days=2");
    assertThat(days)
        .contains("Manufacturing and quality modules 2026.11.2, 1 h: Go until")
        .contains("</a>: Go until");
    double hour = CalendarPage.WIDTH / 48.0;
    Matcher bar =
        Pattern.compile(
                "href=\"/changes/manufacturing-release\">.*?width=\"([0-9.]+)\"", Pattern.DOTALL)
            .matcher(days);
    assertThat(bar.find()).isTrue();
    assertThat(Double.parseDouble(bar.group(1))).isCloseTo(hour, within(0.5));
  }

  @Test
  void the_queue_names_what_stops_a_change() throws Exception {
    assertThat(console.page("/changes?q=purchase-approval"))
        .contains("approvals pending, segregation open");
  }

  @Test
  void a_mark_of_a_contact_that_is_not_closed_says_why_and_leads_to_it() throws Exception {
    String queue = console.page("/changes?q=purchase-approval");
    Matcher mark =
        Pattern.compile(
                "<a class=\"contact bad\" id=\"mark-purchase-approval-limits-segregation\""
                    + " href=\"/changes/purchase-approval-limits#contact-segregation\""
                    + " data-tip=\"segregation open: ([^\"]+)\">"
                    + "<span class=\"sr\">segregation open: ([^<]+)</span>")
            .matcher(queue);

    assertThat(mark.find()).as(queue).isTrue();
    assertThat(mark.group(1)).isEqualTo(mark.group(2));
    assertThat(console.page("/changes/purchase-approval-limits")).contains(mark.group(1));
    assertThat(queue).contains("<span class=\"sr\">rules closed</span>");
  }

  @Test
  void a_filter_that_nothing_passes_says_how_to_see_all() throws Exception {
    assertThat(console.page("/changes?contact=no-such")).contains("No change is like that.");
  }

  @Test
  void a_stop_names_the_contact_that_is_open_and_lights_no_coil() throws Exception {
    String page = console.page("/changes/reporting-cluster");

    assertThat(page).contains("STOP", "id=\"contact-money\"");
    assertThat(page).contains("<circle class=\"coil bad\"").doesNotContain("coil good");
  }

  @Test
  void findings_are_filtered_and_the_page_says_how_many_of_how_many() throws Exception {
    assertThat(console.page("/findings"))
        .containsPattern("1 to 25 of \\d+ findings on \\d+ changes\\.")
        .contains("role=\"search\"", "medium, violated</span>", "high, violated</span>");

    assertThat(console.page("/findings?severity=high&state=&control="))
        .contains("<option value=\"high\" selected>", "high, violated</span>")
        .containsPattern("\\d+ findings? of \\d+ on \\d+ changes\\.")
        .doesNotContain("medium, violated</span>", "critical, violated</span>");
  }

  @Test
  void the_address_of_further_findings_keeps_the_filters() throws Exception {
    String further = "/findings?state=violated&q=e&after=";
    String page = console.page("/findings?state=violated&environment=&q=e");
    assertThat(page).contains("1 to 25 of ", "href=\"" + further.replace("&", "&amp;"));

    Matcher address = Pattern.compile("after=([^\"]+)\"").matcher(page);
    assertThat(address.find()).isTrue();
    assertThat(console.page(further + address.group(1)))
        .containsPattern("26 to \\d+ of \\d+ findings")
        .contains("<option value=\"violated\" selected>", "value=\"e\"");
  }

  @Test
  void findings_that_there_are_not_are_said_to_be_none_of_how_many() throws Exception {
    assertThat(console.page("/findings?state=waived"))
        .containsPattern("No finding is like that; there are \\d+ on \\d+ changes.");
    assertThat(console.page("/findings?q=no+such+thing"))
        .containsPattern("No finding is like that; there are \\d+ on \\d+ changes.");
    assertThat(console.page("/findings?change=label-layout"))
        .contains("Only those of <a href=\"/changes/label-layout\">");
    assertThat(console.status("/findings?change=no-such")).isEqualTo(404);
    assertThat(console.status("/findings?severity=purple")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/changes/no-such",
        "/calendar?environment=no-such",
        "/estate?focus=service/no-such",
        "/estate?focus=x"
      })
  void what_does_not_exist_is_not_found(String path) throws Exception {
    assertThat(console.status(path)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calendar?zone=Mars", "/calendar?from=yesterday", "/calendar?days=many"})
  void what_cannot_be_read_is_refused(String path) throws Exception {
    assertThat(console.status(path)).isEqualTo(400);
  }

  @Test
  void what_a_page_shows_of_an_address_is_escaped() throws Exception {
    assertThat(console.page("/changes?contact=<script>alert(1)</script>"))
        .doesNotContain("<script>alert");
  }
}
