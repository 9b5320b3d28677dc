package dev.interlock.recovery.configuration;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Surroundings;
import dev.interlock.recovery.Programs;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SavedAround;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.SurroundingSources.RepositorySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories made by git itself are saved, and what was saved is whole for git itself. */
@Tag("slow")
class RepositoryComesBackTest {

  @TempDir private Path folder;

  private Path work;

  @BeforeEach
  void make() throws Exception {
    Programs.require("git");
    work = folder.resolve("work");
    Files.createDirectories(work);
    git("init", "-q", "-b", "main", ".");
    git("config", "user.email", "platform@example.com");
    git("config", "user.name", "Platform");
    commit("traefik.yaml", "entryPoints: {web: {address: ':80'}}\n");
    git("tag", "-a", "v1", "-m", "first");
    git("branch", "hotfix");
    commit("traefik.yaml", "entryPoints: {web: {address: ':8080'}}\n");
  }

  private String git(String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "git";
    System.arraycopy(words, 0, all, 1, words.length);
    return Programs.run(work, all);
  }

  private void commit(String file, String content) throws Exception {
    Files.writeString(work.resolve(file), content);
    git("add", file);
    git("commit", "-q", "-m", "change " + file);
  }

  private SavedAround saved() throws Exception {
    return SavedAround.of(
        folder,
        new SurroundingSources(
            List.of(), List.of(new RepositorySource("traefik", work)), List.of()));
  }

  private static Checked found(List<Checked> checks) {
    return checks.getLast();
  }

  @Test
  void every_branch_and_tag_comes_back_and_git_clones_the_bundle() throws Exception {
    SavedAround saved = saved();
    Surroundings.Repository manifest = saved.manifest().repositories().getFirst();
    assertThat(saved.problems()).isEmpty();
    assertThat(manifest.commit()).isEqualTo(git("rev-parse", "HEAD"));
    assertThat(manifest.branch()).isEqualTo("refs/heads/main");
    assertThat(manifest.references())
        .extracting(Surroundings.Reference::name)
        .containsExactlyInAnyOrder("refs/heads/main", "refs/heads/hotfix", "refs/tags/v1");
    assertThat(saved.drill()).allMatch(it -> it.outcome() == Outcome.PASS);
    Path bundle = folder.resolve("it.bundle");
    Files.write(bundle, saved.content(".bundle"));
    Programs.run(folder, "git", "clone", "-q", bundle.toString(), "clone");
    assertThat(folder.resolve("clone/traefik.yaml")).content().contains("8080");
  }

  @Test
  void a_bundle_that_is_cut_is_named() throws Exception {
    SavedAround saved = saved();
    byte[] bundle = saved.content(".bundle");
    saved.replace(".bundle", Arrays.copyOf(bundle, bundle.length - 30));
    assertThat(found(saved.drill()).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found(saved.drill()).message()).contains("does not unpack");
  }

  @Test
  void a_store_that_breaks_off_says_nothing_about_the_bundle() throws Exception {
    SavedAround saved = saved();
    assertFault(RecoveryCode.STORE_FAILED, saved.breaking(".bundle")::drill, "503");
  }

  @Test
  void a_flipped_bit_is_named() throws Exception {
    SavedAround saved = saved();
    byte[] bundle = saved.content(".bundle");
    bundle[bundle.length - 40] ^= 4;
    saved.replace(".bundle", bundle);
    assertThat(found(saved.drill()).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void an_older_bundle_is_named() throws Exception {
    SavedAround old = saved();
    commit("traefik.yaml", "entryPoints: {web: {address: ':9090'}}\n");
    Checked found = found(old.drill(saved().manifest(), Instant.now()));
    assertThat(found.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found.message()).contains("refs/heads/main is at");
  }

  @Test
  void a_branch_that_is_missing_is_named() throws Exception {
    SavedAround without = saved();
    git("branch", "new");
    Checked found = found(without.drill(saved().manifest(), Instant.now()));
    assertThat(found.message()).contains("refs/heads/new is missing");
  }

  @Test
  void a_repository_with_a_damaged_object_is_not_saved() throws Exception {
    Path object;
    try (var objects = Files.walk(work.resolve(".git/objects"))) {
      object = objects.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    object.toFile().setWritable(true);
    byte[] bytes = Files.readAllBytes(object);
    Files.write(object, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(saved().problems()).singleElement().asString().contains("traefik is not saved");
  }

  @Test
  void what_is_no_repository_or_only_a_part_of_one_is_not_saved() throws Exception {
    Programs.run(folder, "git", "clone", "-q", "--depth", "1", "file://" + work, "shallow");
    Path inside = Files.createDirectories(work.resolve("sub"));
    for (Path wrong : List.of(folder.resolve("nowhere"), folder.resolve("shallow"), inside)) {
      SavedAround saved =
          SavedAround.of(
              folder,
              new SurroundingSources(
                  List.of(), List.of(new RepositorySource("x", wrong)), List.of()));
      assertThat(saved.problems()).as("%s", wrong).hasSize(1);
    }
  }
}
