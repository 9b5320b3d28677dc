package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack explains how to verify it without the product. */
class EvidencePackReadmeTest {

  @TempDir Path directory;

  private SamplePack sample;
  private Path file;

  @BeforeEach
  void a_pack() throws IOException {
    sample = new SamplePack(directory);
    file = sample.write("pack.zip");
  }

  @Test
  void commands_of_its_own_readme_verify_it() throws Exception {
    for (String tool : List.of("bash", "openssl", "sha256sum", "awk", "od")) {
      requireTool(tool);
    }
    Path unpacked = unpack(file);
    String script =
        Files.readAllLines(unpacked.resolve("README.txt")).stream()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    String signature = "\nsigned entries/000000000001.json keys/plant-manager-north.pem\n";
    Run good = bash(unpacked, script + signature);
    assertThat(good.output())
        .contains(Samples.PUBLIC.id())
        .contains("entry 0: in the ledger", "entry 1: in the ledger", "entry 5: in the ledger")
        .contains("\"predicate\":{\"a\":1}");
    assertThat(good.output().split("Signature Verified Successfully", -1)).hasSize(3);
    assertThat(good.status()).isZero();
    Files.writeString(unpacked.resolve("entries/000000000000.bin"), "Zero");
    assertThat(bash(unpacked, script).status()).isNotZero();
    String trusting = script.replace("sha256sum --check", "true");
    assertThat(bash(unpacked, trusting).output()).contains("entry 0: NOT IN THE LEDGER");
  }

  private record Run(int status, String output) {}

  private static Run bash(Path place, String script) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-e", "-o", "pipefail")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static void requireTool(String name) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    if (!found) {
      Assumptions.abort("skipped: " + name + " absent");
    }
  }

  private Path unpack(Path zip) throws IOException {
    Path place = directory.resolve("unpacked");
    for (Map.Entry<String, byte[]> entry : SamplePack.contents(zip).entrySet()) {
      Path target = place.resolve(entry.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, entry.getValue());
    }
    return place;
  }
}
