package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.Tier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Intelligent-Tiering does to backups, where a lifecycle moves them there. */
class IntelligentTieringTest {

  @RegisterExtension private final S3Answers s3 = new S3Answers();

  @Test
  void what_intelligent_tiering_archives_is_asked_where_objects_go_there() {
    String moves = smart("");
    s3.tiers("<ListBucketIntelligentTieringConfigurationsOutput/>");
    assertThat(s3.rules(moves).rules()).hasSize(1);
    s3.tiers(
        """
        <ListBucketIntelligentTieringConfigurationsOutput>
          <IntelligentTieringConfiguration>
            <Id>rest</Id><Filter><Prefix>erp/</Prefix></Filter><Status>Enabled</Status>
            <Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>
          </IntelligentTieringConfiguration>
          <IntelligentTieringConfiguration>
            <Id>off</Id><Status>Disabled</Status>
            <Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>
          </IntelligentTieringConfiguration>
          <IsTruncated>false</IsTruncated>
        </ListBucketIntelligentTieringConfigurationsOutput>
        """);
    assertThat(s3.rules(moves).rules())
        .hasSize(2)
        .contains(
            new StoreRule(
                "rest",
                List.of("erp/"),
                "objects in Intelligent-Tiering",
                new After(Duration.ofDays(90), "they were last read"),
                new Tier("ARCHIVE_ACCESS", Duration.ofHours(5))));
  }

  @Test
  void intelligent_tiering_archives_only_what_a_rule_moves_there() {
    s3.tiers(
        tiering(
            "<Status>Enabled</Status>"
                + "<Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>"));
    assertThat(s3.rules(smart("erp/wal/")).rules())
        .filteredOn(it -> it.name().equals("rest"))
        .extracting(StoreRule::prefixes)
        .containsExactly(List.of("erp/wal/"));
  }

  @Test
  void an_archive_that_nobody_understands_is_a_doubt() {
    s3.tiers(tiering("<Status>Enabled</Status><Tiering><Days>90</Days></Tiering>"));
    assertThat(s3.rules(smart("")).doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("\"rest\""));
  }

  private static String smart(String prefix) {
    return """
    <LifecycleConfiguration><Rule>
      <ID>smart</ID><Filter><Prefix>%s</Prefix></Filter><Status>Enabled</Status>
      <Transition><Days>0</Days><StorageClass>INTELLIGENT_TIERING</StorageClass></Transition>
    </Rule></LifecycleConfiguration>
    """
        .formatted(prefix);
  }

  private static String tiering(String within) {
    return """
    <ListBucketIntelligentTieringConfigurationsOutput><IntelligentTieringConfiguration>
      <Id>rest</Id>%s
    </IntelligentTieringConfiguration></ListBucketIntelligentTieringConfigurationsOutput>
    """
        .formatted(within);
  }

  @Test
  void nothing_is_asked_for_rules_of_other_places() {
    s3.rules(smart("logs/"));
    s3.rules(
        S3Answers.rule(
            "<Status>Enabled</Status><Prefix>logs/</Prefix>"
                + "<Expiration><Days>1</Days></Expiration>"));
    assertThat(s3.asked()).containsOnly("lifecycle");
  }
}
