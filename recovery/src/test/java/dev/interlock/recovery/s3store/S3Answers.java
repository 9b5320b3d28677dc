package dev.interlock.recovery.s3store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.recovery.StoreRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Answers of S3 over HTTP, as Amazon documents them, that S3Mock does not give: it keeps no tags,
 * no dates and no parts of a filter, and refuses nobody.
 */
final class S3Answers implements BeforeEachCallback, AfterEachCallback {

  private static final String NO_VERSIONS = "<VersioningConfiguration/>";
  private static final String VERSIONS =
      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

  private @Nullable HttpServer server;
  private int status;
  private String lifecycle = "";
  private String tiering = "<ListBucketIntelligentTieringConfigurationsOutput/>";
  private String versioning = NO_VERSIONS;
  private final List<String> asked = new ArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    System.setProperty("aws.accessKeyId", "tests");
    System.setProperty("aws.secretAccessKey", "tests");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stop();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    asked.add(query.replaceAll("[^a-z-].*", ""));
    boolean asks = query.startsWith("lifecycle");
    String other = query.startsWith("intelligent-tiering") ? tiering : versioning;
    byte[] answer = (asks ? lifecycle : other).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(asks ? status : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** A lifecycle of one rule that is named "odd". */
  static String rule(String content) {
    return "<LifecycleConfiguration><Rule><ID>odd</ID>%s</Rule></LifecycleConfiguration>"
        .formatted(content);
  }

  /** What is read when the lifecycle is asked for and this is answered. */
  StoreRules rules(int answered, String with) {
    status = answered;
    lifecycle = with;
    URI endpoint = URI.create("http://127.0.0.1:" + running().getAddress().getPort());
    S3Client client = S3Place.client(endpoint, UrlConnectionHttpClient.create());
    S3Bucket bucket = new S3Bucket(client, "backups", "erp/");
    return S3Rules.of(bucket, new S3Locks(bucket, false));
  }

  /** The same, of a lifecycle that is told. */
  StoreRules rules(String told) {
    return rules(200, told);
  }

  /** The same, when nothing but a code comes back. */
  StoreRules refused(int answered, String code) {
    return rules(answered, "<Error><Code>%s</Code></Error>".formatted(code));
  }

  /** From now on the bucket archives by this configuration of Intelligent-Tiering. */
  void tiers(String configuration) {
    tiering = configuration;
  }

  /** From now on the bucket keeps versions. */
  void keepsVersions() {
    versioning = VERSIONS;
  }

  /** What it was asked for, in that order. */
  List<String> asked() {
    return asked;
  }

  /** Nothing is answered any more. */
  void stop() {
    running().stop(0);
  }

  private HttpServer running() {
    return Objects.requireNonNull(server);
  }
}
