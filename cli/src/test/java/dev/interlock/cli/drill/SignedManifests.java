package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A store of backups of which only the signed manifests are there, and drills of them. */
final class SignedManifests {

  private final Path folder;
  private final String key;

  /** What the runner's key prints for an estate that shall trust it. */
  private final String trustedKey;

  private Path estate = Checkout.samples().resolve("estate");

  private SignedManifests(Path folder, String key, String trustedKey) {
    this.folder = folder;
    this.key = key;
    this.trustedKey = trustedKey;
  }

  /** An empty store, and a key that its estate does not trust yet. */
  static SignedManifests in(Path folder) {
    String key = folder.resolve("runner.key").toString();
    CliRun made =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            key,
            "--name",
            "runner",
            "--system",
            "drills",
            "--predicates",
            "backup,drill");
    SignedManifests manifests = new SignedManifests(folder, key, made.out());
    manifests.newStore();
    return manifests;
  }

  /** A backup that finds no database makes its store before. */
  private void newStore() {
    CliRun made =
        CliRun.of(
            "backup",
            "run",
            "--estate",
            estate.toString(),
            "--environment",
            "core-production",
            "--database",
            "postgresql://nobody@127.0.0.1:1/none",
            "--filestore",
            folder.toString(),
            "--to",
            folder.resolve("store").toString(),
            "--new-store",
            "--key",
            key);
    assertThat(made.exit()).as(made.err()).isEqualTo(3);
  }

  /** From now on the estate trusts the key. */
  void trust() throws IOException {
    estate = EstateCopy.of(estate, folder.resolve("estate"));
    Files.writeString(estate.resolve("people/keys.yaml"), trustedKey, StandardOpenOption.APPEND);
  }

  /** The folder of a backup. */
  Path backup(String name) throws IOException {
    return Files.createDirectories(folder.resolve("store/backups/core-production").resolve(name));
  }

  /** A manifest in the folder of one backup that says which it is of. */
  void add(String name, String says) throws IOException {
    add(name, says, "pg-dump", "");
  }

  /**
   * The same.
   *
   * @param more what stands in it besides, in YAML
   */
  void add(String name, String says, String method, String more) throws IOException {
    Path stated =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            environment: core-production
            backup: %s
            method: %s
            begun: 2026-11-18T02:00:00Z
            point: 2026-11-18T02:00:00Z
            parts:
              - name: backups/core-production/%s/database.dump
                bytes: 1
                digest: sha256:%s
            at: 2026-11-18T02:10:00Z
            """
                    .formatted(says, method, says, "0".repeat(64))
                + more);
    String out = backup(name).resolve("manifest.dsse.json").toString();
    CliRun signed =
        CliRun.of(
            "evidence", "sign", stated.toString(), "--kind", "backup", "--key", key, "--out", out);
    assertThat(signed.exit()).as(signed.err()).isZero();
  }

  /** A drill, whose evidence takes the place of that of the one before. */
  CliRun drill(String... more) throws IOException {
    Path evidence = folder.resolve("drill.json");
    Files.deleteIfExists(evidence);
    List<String> words =
        new ArrayList<>(
            List.of(
                "drill",
                "run",
                "--estate",
                estate.toString(),
                "--environment",
                "core-production",
                "--from",
                folder.resolve("store").toString(),
                "--place",
                folder.resolve("place").toString(),
                "--key",
                key,
                "--out",
                evidence.toString()));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }
}
