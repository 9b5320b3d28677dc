package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.finding.Fault;
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

  private static final String VERSIONS = "<VersioningConfiguration/>";

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
    boolean asks = query.startsWith("lifecycle");
    String other = query.startsWith("intelligent-tiering") ? tiering : VERSIONS;
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

  @Test
  void a_server_that_is_gone_is_a_fault() {
    server.stop(0);
    assertThatThrownBy(() -> refused(200, ""))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("cannot ask for the lifecycle of the bucket");
  }
}
