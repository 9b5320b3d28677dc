package dev.interlock.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import dev.interlock.usecases.InputRejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The estate from a Git repository: the newest good commit is in force. */
@Tag("slow")
class GitEstateTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T22:30:00Z"));
  private static final String BROKEN = "apiVersion: interlock.dev/v1\nkind: Plant\n";

  @TempDir Path folder;

  private Remote remote;

  @BeforeEach
  void begin() throws Exception {
    remote = new Remote(folder).with(Checkout.samples().resolve("estate"), "erp/estate");
  }

  @AfterEach
  void end() {
    remote.close();
  }

  @Test
  void a_broken_commit_changes_nothing_until_it_is_repaired() throws Exception {
    String good = remote.push();
    CurrentEstate estate = started();
    assertThat(estate.state().revision()).isEqualTo(good);

    String broken = remote.with("erp/estate/broken.yaml", BROKEN).push();
    assertThat(estate.refresh()).isFalse();
    assertThat(estate.state().revision()).isEqualTo(good);
    assertThat(estate.state().trouble().getFirst())
        .isEqualTo(broken + " has errors; " + good + " stays in force");
    assertThat(estate.state().trouble().get(1)).startsWith("broken.yaml:");

    Files.delete(remote.work().resolve("erp/estate/broken.yaml"));
    String repaired = remote.with("erp/estate/more.yaml", "# nothing yet\n").push();
    estate.refresh();
    assertThat(estate.state().trouble()).isEmpty();
    assertThat(estate.state().revision()).isEqualTo(repaired);
  }

  @Test
  void history_that_was_rewritten_is_followed() throws Exception {
    String first = remote.push();
    remote.with("erp/estate/more.yaml", "# second\n").push();
    CurrentEstate estate = started();

    String other = remote.back(first).with("erp/estate/other.yaml", "# other\n").push();
    estate.refresh();
    assertThat(estate.state().revision()).isEqualTo(other);
    assertThat(estate.state().folder().resolve("other.yaml")).exists();
    assertThat(estate.state().folder().resolve("more.yaml")).doesNotExist();
  }

  @Test
  void the_last_good_estate_outlasts_many_broken_ones_an_outage_and_a_restart() throws Exception {
    String good = remote.push();
    CurrentEstate estate = started();
    for (int i = 0; i < 6; i++) {
      remote.with("erp/estate/broken.yaml", BROKEN + "# " + i).push();
      estate.refresh();
    }
    assertThat(estate.state().folder()).isDirectory();
    assertThat(started().state().revision()).isEqualTo(good);

    Files.move(remote.bare(), folder.resolve("away"));
    estate.refresh();
    assertThat(estate.state().revision()).isEqualTo(good);
    assertThat(estate.state().trouble().getFirst())
        .contains("cannot fetch the estate from file://");
    CurrentEstate again = started();
    assertThat(again.state().revision()).isEqualTo(good);
    assertThat(again.state().trouble().getFirst()).contains("cannot fetch");
  }

  @Test
  void without_any_good_estate_the_first_trouble_is_told() throws Exception {
    assertThatThrownBy(this::started).isInstanceOf(Fault.class).hasMessageContaining("fetch");
    remote.with("erp/estate/broken.yaml", BROKEN).push();
    assertThatThrownBy(this::started).isInstanceOf(InputRejected.class);
    assertThatThrownBy(() -> started("#other:erp/estate"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("other");
  }

  @Test
  void links_lead_nowhere() throws Exception {
    Files.createSymbolicLink(
        remote.work().resolve("erp/estate/passwd.yaml"), Path.of("/etc/passwd"));
    remote.push();
    assertThat(started().state().folder().resolve("passwd.yaml")).doesNotExist();
  }

  private CurrentEstate started() {
    return started("#main:erp/estate");
  }

  private CurrentEstate started(String where) {
    var settings = new EstateSettings("interlock", "", Duration.ofSeconds(30), "");
    GitAddress address = GitAddress.parse(remote.url() + where);
    var git = new GitEstate(address, folder.resolve("git"), settings);
    var estate =
        new CurrentEstate(new EstateSnapshot(git, folder.resolve("estates"), Map.of()), CLOCK);
    estate.refresh();
    return estate;
  }
}
