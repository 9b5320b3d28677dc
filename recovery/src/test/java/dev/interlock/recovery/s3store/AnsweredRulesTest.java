package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the lifecycle of a bucket does to backups. */
class AnsweredRulesTest {

  @RegisterExtension private final S3Answers s3 = new S3Answers();

  /** The example of GetBucketLifecycleConfiguration, and those of the user's guide to filters. */
  private static final String DOCUMENTED =
      """
      <LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <Rule>
          <ID>Archive and then delete rule</ID>
          <Prefix>projectdocs/</Prefix>
          <Status>Enabled</Status>
          <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>
          <Transition><Days>365</Days><StorageClass>GLACIER</StorageClass></Transition>
          <Expiration><Days>3650</Days></Expiration>
        </Rule>
        <Rule>
          <ID>tag</ID>
          <Filter><Tag><Key>key</Key><Value>value</Value></Tag></Filter>
          <Status>Enabled</Status>
          <Expiration><Days>1</Days></Expiration>
        </Rule>
        <Rule>
          <ID>tags</ID>
          <Filter><And>
            <Prefix>tax/</Prefix>
            <Tag><Key>key1</Key><Value>value1</Value></Tag>
            <Tag><Key>key2</Key><Value>value2</Value></Tag>
          </And></Filter>
          <Status>Enabled</Status>
          <Expiration><Days>1</Days></Expiration>
        </Rule>
        <Rule>
          <ID>sizes</ID>
          <Filter><And>
            <Prefix>tax/</Prefix>
            <ObjectSizeGreaterThan>500</ObjectSizeGreaterThan>
            <ObjectSizeLessThan>64000</ObjectSizeLessThan>
          </And></Filter>
          <Status>Enabled</Status>
          <Expiration><Date>2027-01-01T00:00:00.000Z</Date></Expiration>
        </Rule>
      </LifecycleConfiguration>
      """;

  @Test
  void filters_tags_dates_and_older_forms_are_read() {
    assertThat(s3.rules(DOCUMENTED).rules())
        .containsExactly(
            told("Archive and then delete rule", 3650, null),
            told("Archive and then delete rule", 30, new Tier("STANDARD_IA", Duration.ZERO)),
            told("Archive and then delete rule", 365, new Tier("GLACIER", Duration.ofHours(5))),
            new StoreRule(
                "sizes",
                List.of("tax/"),
                "objects of more than 500 bytes and less than 64000 bytes",
                new From(Instant.parse("2027-01-01T00:00:00Z")),
                null));
  }

  private static StoreRule told(String name, int days, @Nullable Tier tier) {
    After after = new After(Duration.ofDays(days), "they were stored");
    return new StoreRule(name, List.of("projectdocs/"), "objects", after, tier);
  }

  private void assertOddRuleIsADoubt(String content) {
    StoreRules rules = s3.rules(S3Answers.rule(content));
    assertThat(rules.rules()).isEmpty();
    assertThat(rules.doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("the rule \"odd\" of the bucket"));
  }

  @Test
  void a_rule_that_nobody_understands_is_a_doubt() {
    assertOddRuleIsADoubt("<Status>Enabled</Status>");
    assertOddRuleIsADoubt("<Action><Delete/></Action><Condition><Age>30</Age></Condition>");
    assertOddRuleIsADoubt("<Status>Enabled</Status><Expiration/>");
    assertOddRuleIsADoubt(
        "<Status>Enabled</Status><Transition><StorageClass>GLACIER</StorageClass></Transition>");
    assertOddRuleIsADoubt("<Status>Enabled</Status><Transition><Days>1</Days></Transition>");
  }

  @Test
  void a_rule_is_off_only_when_it_says_so() {
    String expires = "<Filter/><Expiration><Days>1</Days></Expiration>";
    assertThat(s3.rules(S3Answers.rule("<Status>Disabled</Status>" + expires)).rules()).isEmpty();
    assertThat(s3.rules(S3Answers.rule("<Status>enabled</Status>" + expires)).rules()).hasSize(1);
    assertThat(s3.rules(S3Answers.rule(expires)).rules()).hasSize(1);
  }

  @Test
  void what_is_for_old_versions_markers_and_uploads_is_harmless() {
    StoreRules rules =
        s3.rules(
            S3Answers.rule(
                """
                <Status>Enabled</Status><Filter/>
                <Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>
                <NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays>
                </NoncurrentVersionExpiration>
                <AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>
                </AbortIncompleteMultipartUpload>
                """));
    assertThat(rules.rules()).isEmpty();
    assertThat(rules.doubts()).isEmpty();
  }

  private String removed(String noncurrent) {
    s3.keepsVersions();
    return s3.rules(
            S3Answers.rule(
                """
                <Status>Enabled</Status><Filter/><Expiration><Days>30</Days></Expiration>
                <NoncurrentVersionExpiration>%s</NoncurrentVersionExpiration>
                """
                    .formatted(noncurrent)))
        .removed();
  }

  @Test
  void how_long_old_versions_stay_is_told() {
    String days = "<NoncurrentDays>7</NoncurrentDays>";
    assertThat(removed(days)).contains("for 7 days");
    String one = "<NewerNoncurrentVersions>1</NewerNoncurrentVersions>";
    assertThat(removed(days + one)).contains("as long as their old versions stay");
  }
}
