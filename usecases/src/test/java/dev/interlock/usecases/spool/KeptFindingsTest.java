package dev.interlock.usecases.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class KeptFindingsTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void any_findings_come_back_as_they_were(int seed) {
    List<Finding> findings = new AnyFinding(seed).many(120);
    try (KeptFindings kept = keep(seed % 7, findings)) {
      assertThat(kept).isEqualTo(findings);
      assertInAnyOrder(kept, findings, new Random(seed));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findings_can_be_read_while_others_are_kept(int seed) {
    Random random = new Random(seed);
    AnyFinding any = new AnyFinding(seed);
    List<Finding> findings = new ArrayList<>();
    try (KeptFindings kept = keep(2, findings)) {
      for (int i = 0; i < 60; i++) {
        findings.add(any.one());
        kept.keep(findings.getLast());
        int read = random.nextInt(findings.size());
        assertThat(kept.get(read)).isEqualTo(findings.get(read));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u00E4", "工", "\uD800"})
  void a_message_of_a_megabyte_comes_back(String letter) {
    List<Finding> findings =
        List.of(
            finding("x", "short"),
            finding("x", letter.repeat(MEGABYTE)),
            finding("x", "short"),
            finding("x", letter.repeat(2 * MEGABYTE)),
            finding("y", "short"));
    try (KeptFindings kept = keep(0, findings)) {
      assertThat(kept).isEqualTo(findings);
      assertInAnyOrder(kept, findings, new Random(1));
    }
  }

  @Test
  void one_subject_may_have_any_number_of_findings() {
    comeBack(i -> finding("the same", "message " + i));
  }

  @Test
  void messages_may_all_differ() {
    comeBack(i -> finding("resource " + i / 5, "message " + i + " of resource " + i / 5));
  }

  private void comeBack(IntFunction<Finding> each) {
    List<Finding> findings = IntStream.range(0, 25_000).mapToObj(each).toList();
    try (KeptFindings kept = keep(10, findings)) {
      assertThat(kept.equals(findings)).isTrue();
      assertInAnyOrder(kept, findings, new Random(2));
      for (int i = 0; i < findings.size(); i += 19) {
        assertThat(kept.get(i)).isEqualTo(findings.get(i));
      }
    }
  }

  @Test
  void texts_that_repeat_are_one_object() {
    List<Finding> findings = List.of(finding("x", "long words"), finding("y", "long words"));
    try (KeptFindings kept = keep(0, findings)) {
      assertThat(kept.getFirst().message()).isSameAs(kept.getLast().message());
      assertThat(kept.getFirst().control()).isSameAs(kept.getLast().control());
    }
  }

  @Test
  void what_fits_in_memory_needs_no_disk() {
    List<Finding> findings = List.of(finding("x", "m"), finding("y", "m"));
    try (KeptFindings kept = new KeptFindings(2, folder.resolve("nowhere"))) {
      findings.forEach(kept::keep);
      assertThat(kept).isEqualTo(findings);
    }
  }

  @Test
  void nothing_is_read_from_the_disk_after_the_end() {
    KeptFindings kept = keep(1, List.of(finding("x", "m"), finding("y", "m")));
    kept.close();
    assertThat(kept.getFirst().subject().id()).isEqualTo("x");
    assertThatIllegalStateException().isThrownBy(() -> kept.get(1));
  }

  private KeptFindings keep(int mostInMemory, List<Finding> findings) {
    KeptFindings kept = new KeptFindings(mostInMemory, folder);
    findings.forEach(kept::keep);
    return kept;
  }

  private static void assertInAnyOrder(List<Finding> kept, List<Finding> findings, Random random) {
    for (int i = 0; i < 200; i++) {
      int read = random.nextInt(findings.size());
      assertThat(kept.get(read)).isEqualTo(findings.get(read));
    }
  }

  private static Finding finding(String id, String message) {
    return new Finding(
        "images-are-pinned",
        "Images are pinned",
        "deny",
        Severity.HIGH,
        new Verdict.Fail(message),
        new Subject("kubernetes", "v1/Pod", id, id),
        new SourceRef("pods.yaml", 3, 1),
        message,
        "Pin it.",
        null,
        "fp");
  }
}
