package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.interlock.goldens.LocalCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/** A server on this machine that answers as Azure's documentation says, with a certificate. */
final class AzureStandIn implements AutoCloseable {

  static final String RESOURCES = "/providers/Microsoft.ResourceGraph/resources";

  private final WireMockServer server;
  private final LocalCertificate certificate;

  private AzureStandIn(WireMockServer server, LocalCertificate certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  /** Starts on free ports, with a certificate for localhost that is made in the folder. */
  static AzureStandIn in(Path folder) throws Exception {
    LocalCertificate certificate = LocalCertificate.in(folder);
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(certificate.file().toString())
                .keystoreType("PKCS12")
                .keystorePassword(LocalCertificate.PASSWORD)
                .keyManagerPassword(LocalCertificate.PASSWORD));
    server.start();
    return new AzureStandIn(server, certificate);
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

  /** Asks it, and trusts its certificate. */
  HttpClient client() throws IOException, GeneralSecurityException {
    return new JdkHttpClientBuilder(
            java.net.http.HttpClient.newBuilder().sslContext(certificate.context()))
        .build();
  }

  /** Of somebody who has signed in. */
  static TokenCredential credential() {
    return _ ->
        Mono.just(new AccessToken("token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
  }

  LocalCertificate certificate() {
    return certificate;
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
