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
  private long length = -1;
  private String body = "";

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
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, length < 0 ? content.length : length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private Fault read() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    S3Client client = S3Place.client(endpoint, UrlConnectionHttpClient.create());
    S3Bucket bucket = new S3Bucket(client, "backups", "erp/");
    S3Store store = new S3Store(bucket, new S3Locks(bucket, false), InstantSource.system());
    return catchThrowableOfType(
        Fault.class,
        () -> {
          try (InputStream content = store.open(NAME)) {
            content.readAllBytes();
          }
        });
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
  void content_that_ends_before_its_end_is_a_failure_of_the_store() {
    body = "the begin";
    length = 1000;
    assertAnswered(RecoveryCode.STORE_FAILED, NAME);
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
