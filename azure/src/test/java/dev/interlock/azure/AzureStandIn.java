package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server on this machine that answers as Azure's documentation says, with a certificate. */
final class AzureStandIn implements AutoCloseable {

  static final String RESOURCES = "/providers/Microsoft.ResourceGraph/resources";

  private static final String PASSWORD = "stand-in";

  private final WireMockServer server;
  private final Path keys;

  private AzureStandIn(WireMockServer server, Path keys) {
    this.server = server;
    this.keys = keys;
  }

  /** Starts on free ports, with a certificate for localhost that is made in the folder. */
  static AzureStandIn in(Path folder) throws Exception {
    Path keys = folder.resolve("localhost.p12");
    if (!Files.exists(keys)) {
      make(keys);
    }
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
    return new AzureStandIn(server, keys);
  }

  private static void make(Path keys) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "localhost",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-validity",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
      throw new IllegalStateException("no certificate");
    }
  }

  WireMockServer server() {
    return server;
  }

  URI https() {
    return URI.create("https://localhost:" + server.httpsPort());
  }

  URI http() {
    return URI.create("http://localhost:" + server.port());
  }

  /** What another Java needs to trust the certificate. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  SSLContext context() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(keys)) {
      store.load(bytes, PASSWORD.toCharArray());
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** The first page of a table. */
  static MappingBuilder asked(String table) {
    return post(urlPathEqualTo(RESOURCES))
        .withRequestBody(matchingJsonPath("$.query", containing(table + " |")))
        .withRequestBody(matchingJsonPath("$.options.$skipToken", absent()));
  }

  /** The page behind a token. */
  static MappingBuilder askedFor(String token) {
    return post(urlPathEqualTo(RESOURCES))
        .withRequestBody(matchingJsonPath("$.options['$skipToken']", containing(token)));
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json; charset=utf-8").withBody(body);
  }

  @Override
  public void close() {
    server.stop();
  }
}
