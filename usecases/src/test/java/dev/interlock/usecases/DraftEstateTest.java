package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DraftEstateTest extends DraftOfACompany {

  @Test
  void what_a_company_has_becomes_an_estate_that_loads() throws IOException {
    company();
    DraftedEstate drafted = draft(Asker.NOBODY);
    Estate estate = estate();
    assertThat(estate.all(Environment.class)).containsOnlyKeys("dev", "staging", "production");
    assertThat(estate.find(Environment.class, "production").orElseThrow())
        .satisfies(p -> assertThat(p.region()).isEqualTo("westeurope"))
        .satisfies(p -> assertThat(p.subscription()).isEqualTo("sub-erp-prod"))
        .satisfies(p -> assertThat(p.plants()).containsExactly("north"))
        .satisfies(p -> assertThat(p.calendars()).containsExactly("stock-count"));
    assertThat(estate.all(Service.class)).containsKeys("odoo", "postgresql", "redis", "filestore");
    assertThat(drafted("estate/backup-plans.yaml")).contains("P21D");
    assertThat(drafted("estate/people.yaml")).contains("erp@example.com");
    assertThat(drafted.guesses()).isGreaterThan(10);
    assertThat(drafted.resources()).isEqualTo(2);
  }

  @Test
  void every_guess_says_why() throws IOException {
    company();
    draft(Asker.NOBODY);
    assertThat(drafted("estate/environments.yaml"))
        .contains("# guess: the whole document, because")
        .contains("region: westeurope  # guess: because most resources are there");
    assertThat(drafted("estate/calendars/calendars.yaml"))
        .contains("effect: freeze  # guess: because it speaks of \"stock\"");
  }

  @Test
  void secrets_are_not_copied() throws IOException {
    company();
    DraftedEstate drafted = draft(Asker.NOBODY);
    for (String file : drafted.files()) {
      assertThat(drafted(file)).doesNotContain("hunter2");
    }
  }

  @Test
  void an_almost_empty_folder_gives_an_estate_that_loads_too() throws IOException {
    write("README.md", "nothing here");
    DraftedEstate drafted = draft(Asker.NOBODY);
    assertThat(estate().all(Environment.class)).containsOnlyKeys("production");
    assertThat(drafted.gaps().stream().map(DraftedEstate.Gap::topic))
        .containsExactly(
            "shifts",
            "owner",
            "plants",
            "approvals",
            "recovery",
            "backups",
            "calendars",
            "budget",
            "keys");
    assertThat(drafted.nextCommands()).hasSize(3);
    assertThat(drafted.nextCommands().getFirst()).startsWith("./interlock gate ");
  }

  @Test
  void the_page_names_each_contact_with_lines_that_exist() throws IOException {
    company();
    draft(Asker.NOBODY);
    String page = drafted("GAPS.md");
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsSubsequence(
            "## Keys",
            "## The change itself",
            "## rules",
            "## window",
            "## segregation",
            "## way-back",
            "## promotion",
            "## incidents",
            "## money",
            "## approvals",
            "## Ask again",
            "## Keep it");
    var places = Pattern.compile("`((?:estate|changes)/[a-z/-]+\\.yaml):(\\d+)`").matcher(page);
    assertThat(places.results().toList())
        .hasSizeGreaterThan(12)
        .allSatisfy(place ->
            assertThat(drafted(place.group(1)).lines().count())
                .isGreaterThanOrEqualTo(Integer.parseInt(place.group(2))));
    assertThat(page).contains("--environment staging", "--environment dev");
  }

  private String pageAfter(String shifts) throws IOException {
    company();
    draft((question, _) -> Optional.of(shifts).filter(_ -> question.startsWith("When")));
    assertThat(estate().all(Plant.class)).containsOnlyKeys("north");
    return drafted("GAPS.md").replace('\n', ' ');
  }

  @Test
  void without_shifts_the_page_says_what_the_gate_says() throws IOException {
    assertThat(pageAfter("")).contains("the window is unknown (WIN015)", "`estate/sites.yaml:");
  }

  @Test
  void who_works_round_the_clock_is_told_that_no_hour_is_free_by_itself() throws IOException {
    assertThat(pageAfter("2")).contains("no hour is free by itself").doesNotContain("WIN015");
  }

  @Test
  void where_nobody_works_changes_do_no_harm() throws IOException {
    assertThat(pageAfter("3")).doesNotContain("WIN015", "no hour is free");
    assertThat(estate().find(Plant.class, "north").orElseThrow().shifts())
        .singleElement()
        .satisfies(shift -> assertThat(shift.changesAllowed()).isTrue())
        .satisfies(shift -> assertThat(shift.days()).hasSize(7));
  }

  @Test
  void a_name_of_a_single_resource_makes_no_environment() throws IOException {
    write(
        "resources.json",
        """
        [{"id": "/subscriptions/%s/resourceGroups/rg-erp/providers/Microsoft.Compute/disks/disk-test-old",
          "name": "disk-test-old", "type": "Microsoft.Compute/disks", "location": "northeurope"}]
        """
            .formatted(GUID));
    draft(Asker.NOBODY);
    assertThat(estate().all(Environment.class)).containsOnlyKeys("production");
    assertThat(drafted("estate/landing-zone.yaml")).contains(GUID);
  }

  @Test
  void subscriptions_of_the_same_name_are_told_apart() throws IOException {
    String account = "{\"id\":\"%s\",\"name\":\"erp\",\"tenantId\":\"t\",\"isDefault\":true}";
    String other = GUID.replace("5555", "6666");
    write("a.json", "[" + account.formatted(GUID) + "," + account.formatted(other) + "]");
    draft(Asker.NOBODY);
    assertThat(estate().all(Environment.class)).containsOnlyKeys("production");
    assertThat(drafted("estate/landing-zone.yaml")).contains("name: erp\n", "name: erp-" + other);
    assertThat(drafted("estate/landing-zone.yaml"))
        .contains("# unknown: allowedRegions")
        .doesNotContain("resources are there now");
  }

  @Test
  void the_name_of_a_calendar_counts_for_more_than_an_event_in_it() throws IOException {
    write(
        "maintenance.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//example//EN
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261230
        SUMMARY:Window outside of peak season
        END:VEVENT
        END:VCALENDAR
        """);
    draft(Asker.NOBODY);
    assertThat(drafted("estate/calendars/calendars.yaml")).contains("effect: allow");
  }

  @Test
  void odd_names_do_no_harm() throws IOException {
    write(
        "resources.json",
        """
        [{"id": "/subscriptions/x/resourceGroups/g/providers/A.B/c/d", "name": "d: # \\"x\\"", "type": "A.B/c",
          "location": "mars # north", "tags": {"owner": "\\"a\\": {b}\\n- c", "plant": "???", "x: y #": "1"}}]
        """);
    draft(Asker.NOBODY);
    assertThat(estate().all(Plant.class)).containsOnlyKeys("site");
  }

  @Test
  void nothing_is_overwritten() throws IOException {
    company();
    Files.createDirectories(directory.resolve("out"));
    Files.writeString(directory.resolve("out/keep.txt"), "x");
    assertThatThrownBy(() -> draft(Asker.NOBODY)).isInstanceOf(InputRejected.class);
    assertThat(directory.resolve("out")).isDirectoryNotContaining("glob:**/estate");
  }

  @Test
  void an_input_that_is_not_there_is_rejected_and_nothing_written() {
    assertThatThrownBy(() -> draft(Asker.NOBODY)).isInstanceOf(InputRejected.class);
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
