package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.StoreRules.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where S3 does not tell the lifecycle of a bucket. */
class UnreadableRulesTest {

  private static final String MOVES =
      S3Answers.rule(
          "<Filter/><Status>Enabled</Status><Transition><Days>1</Days>"
              + "<StorageClass>INTELLIGENT_TIERING</StorageClass></Transition>");

  @RegisterExtension private final S3Answers s3 = new S3Answers();

  @Test
  void rules_that_may_not_be_asked_for_are_a_doubt_that_names_the_permission() {
    assertThat(s3.refused(403, "AccessDenied").doubts())
        .containsExactly(
            new Doubt(
                "S3 does not tell the lifecycle of the bucket to whoever asks",
                "allow s3:GetLifecycleConfiguration to the identity that looks after backups"));
  }

  @Test
  void a_server_that_has_no_such_rules_is_no_doubt() {
    assertThat(s3.refused(404, "NoSuchLifecycleConfiguration").doubts()).isEmpty();
    assertThat(s3.refused(501, "NotImplemented").doubts()).isEmpty();
  }

  @Test
  void an_answer_that_nobody_understands_is_a_doubt() {
    assertThat(s3.refused(405, "MethodNotAllowed").doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("S3 answers 405 when asked for the life"));
  }

  @Test
  void an_answer_that_is_no_xml_is_a_doubt() {
    assertThat(s3.rules("<html><p>Please sign in<br></html>").doubts()).hasSize(1);
    assertThat(s3.rules(S3Answers.rule("<Expiration><Days>soon</Days></Expiration>")).doubts())
        .hasSize(1);
    assertThat(s3.refused(404, "NoSuchBucket").doubts()).hasSize(1);
    assertThat(s3.rules(404, "<html>nothing here</html>").doubts()).hasSize(1);
  }

  @Test
  void a_lifecycle_without_rules_is_no_doubt() {
    assertThat(s3.rules("<LifecycleConfiguration/>").doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Please sign in</body></html>",
        "<ListBucketResult><Name>backups</Name></ListBucketResult>",
        "<LifecycleConfiguration><Rules><Rule/></Rules></LifecycleConfiguration>",
        "<!DOCTYPE html><html><body>Please sign in</body></html>"
      })
  void an_answer_of_another_kind_is_a_doubt(String answer) {
    assertThat(s3.rules(answer).doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("not as S3 does", "lifecycle"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html/>", "<ListAllMyBucketsResult/>"})
  void an_answer_of_another_kind_about_archives_is_a_doubt(String answer) {
    s3.tiers(answer);
    assertThat(s3.rules(MOVES).doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("Intelligent-Tiering archives"));
  }

  @Test
  void a_server_that_does_not_answer_this_is_a_doubt() {
    s3.stop();
    assertThat(s3.refused(200, "").doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("does not answer", "lifecycle"));
  }
}
