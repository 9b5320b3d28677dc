package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Answers of S3 over HTTP, as Amazon documents them, that S3Mock does not give: it keeps no tags,
 * no dates and no parts of a filter, and refuses nobody.
 */
class AnsweredRulesTest {

  private static final String NO_VERSIONS = "<VersioningConfiguration/>";
  private static final String VERSIONS =
      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

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

  private HttpServer server;
  private int status;
  private String body = "";
  private String tiering = "";
  private String versioning = NO_VERSIONS;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "tests");
    System.setProperty("aws.secretAccessKey", "tests");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    asked.add(query.replaceAll("[^a-z-].*", ""));
    boolean asks = query.startsWith("lifecycle");
    String other = query.startsWith("intelligent-tiering") ? tiering : versioning;
    byte[] answer = (asks ? body : other).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(asks ? status : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private StoreRules refused(int answered, String code) {
    return rules(answered, "<Error><Code>%s</Code></Error>".formatted(code));
  }

  private StoreRules rules(int answered, String with) {
    status = answered;
    body = with;
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    S3Client client = S3Place.client(endpoint, UrlConnectionHttpClient.create());
    S3Bucket bucket = new S3Bucket(client, "backups", "erp/");
    return S3Rules.of(bucket, new S3Locks(bucket, false));
  }

  @Test
  void filters_tags_dates_and_older_forms_are_read() {
    assertThat(rules(200, DOCUMENTED).rules())
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

  @Test
  void what_intelligent_tiering_archives_is_asked_where_objects_go_there() {
    String moves =
        """
        <LifecycleConfiguration><Rule>
          <ID>smart</ID><Filter><Prefix/></Filter><Status>Enabled</Status>
          <Transition><Days>0</Days><StorageClass>INTELLIGENT_TIERING</StorageClass></Transition>
        </Rule></LifecycleConfiguration>
        """;
    tiering = "<ListBucketIntelligentTieringConfigurationsOutput/>";
    assertThat(rules(200, moves).rules()).hasSize(1);
    tiering =
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
        """;
    assertThat(rules(200, moves).rules())
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
  void rules_that_may_not_be_asked_for_are_a_doubt_that_names_the_permission() {
    assertThat(refused(403, "AccessDenied").doubts())
        .containsExactly(
            new Doubt(
                "S3 does not tell the lifecycle of the bucket to whoever asks",
                "allow s3:GetLifecycleConfiguration to the identity that looks after backups"));
  }

  @Test
  void a_server_that_has_no_such_rules_is_no_doubt() {
    assertThat(refused(404, "NoSuchLifecycleConfiguration").doubts()).isEmpty();
    assertThat(refused(501, "NotImplemented").doubts()).isEmpty();
  }

  @Test
  void an_answer_that_nobody_understands_is_a_doubt() {
    assertThat(refused(405, "MethodNotAllowed").doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("S3 answers 405 when asked for the life"));
  }

  private static String rule(String content) {
    return "<LifecycleConfiguration><Rule><ID>odd</ID>%s</Rule></LifecycleConfiguration>"
        .formatted(content);
  }

  private void assertOddRuleIsADoubt(String content) {
    StoreRules rules = rules(200, rule(content));
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
    assertThat(rules(200, rule("<Status>Disabled</Status>" + expires)).rules()).isEmpty();
    assertThat(rules(200, rule("<Status>enabled</Status>" + expires)).rules()).hasSize(1);
    assertThat(rules(200, rule(expires)).rules()).hasSize(1);
  }

  @Test
  void what_is_for_old_versions_markers_and_uploads_is_harmless() {
    StoreRules rules =
        rules(
            200,
            rule(
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
    versioning = VERSIONS;
    return rules(
            200,
            rule(
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
  void intelligent_tiering_archives_only_what_a_rule_moves_there() {
    tiering =
        tiering(
            "<Status>Enabled</Status>"
                + "<Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>");
    assertThat(rules(200, smart("erp/wal/")).rules())
        .filteredOn(it -> it.name().equals("rest"))
        .extracting(StoreRule::prefixes)
        .containsExactly(List.of("erp/wal/"));
  }

  @Test
  void nothing_is_asked_for_rules_of_other_places() {
    rules(200, smart("logs/"));
    rules(
        200,
        rule(
            "<Status>Enabled</Status><Prefix>logs/</Prefix>"
                + "<Expiration><Days>1</Days></Expiration>"));
    assertThat(asked).containsOnly("lifecycle");
  }

  @Test
  void an_archive_that_nobody_understands_is_a_doubt() {
    tiering = tiering("<Status>Enabled</Status><Tiering><Days>90</Days></Tiering>");
    assertThat(rules(200, smart("")).doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("\"rest\""));
  }

  @Test
  void an_answer_that_is_no_xml_is_a_doubt() {
    assertThat(rules(200, "<html><p>Please sign in<br></html>").doubts()).hasSize(1);
    assertThat(rules(200, rule("<Expiration><Days>soon</Days></Expiration>")).doubts()).hasSize(1);
    assertThat(refused(404, "NoSuchBucket").doubts()).hasSize(1);
    assertThat(rules(404, "<html>nothing here</html>").doubts()).hasSize(1);
  }

  @Test
  void a_server_that_does_not_answer_this_is_a_doubt() {
    server.stop(0);
    assertThat(refused(200, "").doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("does not answer", "lifecycle"));
  }
}
