package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What S3 and its like answer when an object is read, as Amazon documents it, over HTTP. */
class ServedObjectTest {

  private static final String NAME = "backups/test/one/database.dump";

  private HttpServer server;
  private int status = 200;
  private int most = Integer.MAX_VALUE;
  private String body = "";
  private final List<String> asked = new CopyOnWriteArrayList<>();

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
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(range == null ? "" : range);
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    byte[] content = body.substring(from).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("ETag", "\"v1\"");
    exchange.sendResponseHeaders(status == 200 && from > 0 ? 206 : status, content.length);
    int sent = Math.min(content.length, most);
    exchange.getResponseBody().write(content, 0, sent);
    if (sent == content.length) {
      exchange.close();
    } else {
      exchange.getResponseBody().flush();
      // Cuts the connection: what was promised does not come.
      throw new IOException("cut");
    }
  }

  private String content() throws IOException {
    try (InputStream content = store().open(NAME)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private S3Store store() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    S3Client client = S3Place.client(endpoint, UrlConnectionHttpClient.create());
    S3Bucket bucket = new S3Bucket(client, "backups", "erp/");
    return new S3Store(bucket, new S3Locks(bucket, false), InstantSource.system());
  }

  private Fault read() {
    return catchThrowableOfType(Fault.class, this::content);
  }

  private void assertAnswered(RecoveryCode code, String... words) {
    Fault fault = read();
    assertThat(fault).hasMessageContainingAll(words);
    assertThat(fault.code()).isEqualTo(code.code());
  }

  private void answers(int answered, String code) {
    status = answered;
    body = "<Error><Code>%s</Code></Error>".formatted(code);
  }

  @Test
  void what_breaks_off_goes_on_where_it_was() throws IOException {
    body = "0123456789".repeat(20);
    most = 70;
    assertThat(content()).isEqualTo(body);
    assertThat(asked).containsExactly("", "bytes=70-", "bytes=140-");
  }

  @Test
  void what_always_breaks_off_is_a_failure_of_the_store() {
    body = "never";
    most = 0;
    assertAnswered(RecoveryCode.STORE_FAILED, NAME);
    assertThat(asked).hasSize(4);
  }

  @Test
  void an_answer_of_another_kind_is_no_empty_store() {
    body = "<html><body>Please sign in</body></html>";
    assertThat(catchThrowableOfType(Fault.class, () -> store().list("backups/").toList()))
        .hasMessageContaining("an element that S3 does not send");
    body = "<ListBucketResult><Name>backups</Name><Odd/></ListBucketResult>";
    assertThat(store().list("backups/")).isEmpty();
  }

  @Test
  void a_list_that_is_cut_is_no_whole_one() {
    body = "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>";
    assertThat(catchThrowableOfType(Fault.class, () -> store().list("backups/").toList()))
        .hasMessageContaining("nothing tells where it goes on");
  }

  @Test
  void a_server_that_is_busy_is_a_failure_of_the_store() {
    answers(503, "SlowDown");
    assertAnswered(RecoveryCode.STORE_FAILED, NAME, "503 SlowDown");
  }

  @Test
  void who_may_not_read_learns_what_is_needed() {
    answers(403, "AccessDenied");
    assertAnswered(RecoveryCode.STORE_FAILED, "403 AccessDenied", "who asks needs to");
  }

  @Test
  void an_archived_object_is_not_there_when_it_is_needed() {
    answers(403, "InvalidObjectState");
    assertAnswered(RecoveryCode.BACKUP_ARCHIVED, NAME, "archive", "restore-object");
  }
}
