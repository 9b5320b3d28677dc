package dev.interlock.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets for each plant and process: what to do, whom to call, and whether anybody tried it. */
class RecoverySheetsTest {

  @TempDir private Path folder;

  private CliRun sheets(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "recovery",
                "sheets",
                "--estate",
                Checkout.samples().resolve("estate").toString(),
                "--out",
                folder.resolve("sheets").toString()));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  private String text(String plant) throws IOException {
    return Files.readString(folder.resolve("sheets/" + plant + ".txt"));
  }

  @Test
  void each_plant_has_a_page_for_each_process_the_most_urgent_first() throws IOException {
    CliRun run = sheets("--at", "2026-11-22T09:00:00Z");

    assertThat(run.exit()).isEqualTo(1); // some processes say nothing step by step
    assertThat(run.err()).contains("REC040", "buy-and-close.yaml").doesNotContain("REC041");
    assertThat(text("joliet"))
        .containsSubsequence("Warehouse execution", "\f", "Order to cash")
        .contains(
            "[ ] Pick from the newest printed wave list",
            "Site: Distribution centre manager Joliet",
            "tried 2026-10-05, next by 2027-01-03",
            "back after 1 h 30 min at the latest");
  }

  @Test
  void a_sheet_that_nobody_tried_for_too_long_is_overdue_on_paper_and_as_a_finding()
      throws IOException {
    CliRun run = sheets("--at", "2027-01-04T12:00:00Z", "--plant", "joliet");

    assertThat(run.err()).contains("REC041", "was to be tried again by 2027-01-03");
    assertThat(text("joliet")).contains("OVERDUE: tried 2026-10-05");
    assertThat(folder.resolve("sheets/linz.txt")).doesNotExist();
  }

  @Test
  void the_day_of_a_review_is_one_of_the_plant() throws IOException {
    // 23 o'clock on the last good day in Joliet is the day after in UTC.
    sheets("--at", "2027-01-04T05:00:00Z", "--plant", "joliet");

    assertThat(text("joliet"))
        .contains("tried 2026-10-05, next by 2027-01-03")
        .doesNotContain("OVERDUE: tried 2026-10-05");
  }

  @Test
  void the_page_stands_alone() throws IOException {
    sheets();

    assertThat(Files.readString(folder.resolve("sheets/joliet.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("break-after:page")
        .doesNotContain("<script", "<link", "src=");
  }

  @Test
  void an_unknown_plant_is_told_with_those_that_there_are() {
    CliRun run = sheets("--plant", "lintz");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("linz");
  }
}
