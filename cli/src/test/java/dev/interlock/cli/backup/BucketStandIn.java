package dev.interlock.cli.backup;

import com.sun.net.httpserver.HttpExchange;
import dev.interlock.goldens.LocalHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An empty bucket with a store in it, which answers over HTTP as Amazon documents it. Tests of what
 * lies in buckets ask a server that speaks S3; this one refuses and allows as it is told.
 */
final class BucketStandIn implements AutoCloseable {

  private static final String NONE =
      "<Error><Code>ObjectLockConfigurationNotFoundError</Code></Error>";

  private final LocalHttp server;
  private final int status;
  private final String lifecycle;

  private BucketStandIn(int status, String lifecycle) {
    this.status = status;
    this.lifecycle = lifecycle;
    this.server = LocalHttp.answering(this::answer);
  }

  /**
   * Starts, and lets programs of this process find it.
   *
   * @param status that the question for the lifecycle is answered with
   * @param lifecycle the rest of that answer
   */
  static BucketStandIn answering(int status, String lifecycle) {
    BucketStandIn bucket = new BucketStandIn(status, lifecycle);
    System.setProperty("aws.accessKeyId", "tests");
    System.setProperty("aws.secretAccessKey", "tests");
    System.setProperty("aws.endpointUrlS3", bucket.server.url());
    return bucket;
  }

  private void answer(HttpExchange asked) throws IOException {
    asked.getRequestBody().readAllBytes();
    String query = String.valueOf(asked.getRequestURI().getQuery());
    asked.getResponseHeaders().add("Last-Modified", "Mon, 23 Nov 2026 12:00:00 GMT");
    asked.getResponseHeaders().add("ETag", "\"d41d8cd98f00b204e9800998ecf8427e\"");
    if (asked.getRequestMethod().equals("DELETE")) {
      send(asked, 204, "");
    } else if (query.startsWith("lifecycle")) {
      send(asked, status, lifecycle);
    } else if (query.startsWith("object-lock")) {
      send(asked, 404, NONE);
    } else if (query.startsWith("versioning")) {
      send(asked, 200, "<VersioningConfiguration/>");
    } else if (query.contains("list-type=2")) {
      send(asked, 200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
    } else {
      send(asked, 200, "");
    }
  }

  private static void send(HttpExchange asked, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().add("Content-Type", "application/xml");
    asked.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    asked.getResponseBody().write(body);
    asked.close();
  }

  @Override
  public void close() {
    System.clearProperty("aws.endpointUrlS3");
    server.close();
  }
}
