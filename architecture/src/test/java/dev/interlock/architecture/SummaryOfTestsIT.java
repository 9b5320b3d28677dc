package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The count at the end of a test run tells the truth. */
class SummaryOfTestsIT {

  private static final String PASSED = "<testcase classname='A' name='good'/>";
  private static final String FAILED =
      "<testcase classname='A' name='bad'><failure message='no'/></testcase>";
  private static final String SKIPPED =
      "<testcase classname='A' name='absent'><skipped message='shared data is absent'/></testcase>";

  @TempDir Path checkout;

  @Test
  void a_good_run_is_counted() throws Exception {
    report(PASSED + PASSED);
    var ended = summary("");
    assertThat(ended.out()).isEqualTo("2 passed, 0 failed, 0 skipped\n");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void a_failure_is_named_and_fails() throws Exception {
    report(PASSED + FAILED);
    var ended = summary("");
    assertThat(ended.out()).contains("FAILED A.bad").endsWith("1 passed, 1 failed, 0 skipped\n");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void a_skip_is_named_and_fails_only_where_all_is_required() throws Exception {
    report(PASSED + SKIPPED);
    assertThat(summary("").exit()).isZero();
    var strict = summary("all");
    assertThat(strict.out()).contains("skipped A.absent: shared data is absent");
    assertThat(strict.exit()).isEqualTo(1);
  }

  @Test
  void no_test_at_all_is_a_failure() throws Exception {
    var ended = summary("");
    assertThat(ended.out()).contains("0 passed, 0 failed, 0 skipped").contains("No test ran");
    assertThat(ended.exit()).isEqualTo(1);
  }

  private void report(String cases) throws IOException {
    Path folder = Files.createDirectories(checkout.resolve("room/target/surefire-reports"));
    Files.writeString(folder.resolve("TEST-A.xml"), "<testsuite>" + cases + "</testsuite>");
  }

  private Program.Ended summary(String require) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path source = Program.ROOT.resolve("launcher/TestSummary.java");
    return Program.run(
        checkout,
        Map.of("INTERLOCK_REQUIRE", require),
        List.of(java.toString(), source.toString(), checkout.toString()));
  }
}
