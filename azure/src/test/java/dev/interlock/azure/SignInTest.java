package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AzureStandIn.RESOURCES;
import static dev.interlock.azure.AzureStandIn.asked;
import static dev.interlock.azure.AzureStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of identity, by what Azure's documentation says that it finds in its environment: a
 * program of its own asks, since the environment of a program can't be changed.
 */
@Tag("slow")
class SignInTest {

  private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
  private static final String CLIENT = "11111111-2222-3333-4444-555555555555";

  @TempDir private static Path folder;

  private AzureStandIn azure;

  @BeforeEach
  void start() throws Exception {
    azure = AzureStandIn.in(folder);
    azure.server().stubFor(asked("resources").willReturn(json(Answers.whole(Answers.disk("a")))));
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private String probe(CredentialKind kind, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        JavaProgram.of(
                azure.certificate().trust(), InventoryProbe.class, azure.https(), kind.name())
            .redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(AZURE|IDENTITY|MSI|JAVA_TOOL).*"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private void assertAskedWith(String token) {
    azure
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(RESOURCES))
                .withHeader("Authorization", equalTo("Bearer " + token)));
  }

  private static String inAnHour() {
    return String.valueOf(Instant.now().plusSeconds(3600).getEpochSecond());
  }

  @Test
  void anAppServiceOrContainerAppAsksAsItsManagedIdentity() throws Exception {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo("/msi/token"))
                .withHeader("X-IDENTITY-HEADER", equalTo("a-header"))
                .withQueryParam("resource", equalTo("https://management.core.windows.net/"))
                .willReturn(
                    json(
                        """
                        {"access_token": "token-of-the-app", "expires_on": "%s", "token_type": "Bearer",
                         "resource": "https://management.core.windows.net/", "client_id": "%s"}
                        """
                            .formatted(inAnHour(), CLIENT))));

    String said =
        probe(
            CredentialKind.MANAGED_IDENTITY,
            Map.of(
                "IDENTITY_ENDPOINT", azure.http() + "/msi/token", "IDENTITY_HEADER", "a-header"));

    assertThat(said).contains("1 rows");
    assertAskedWith("token-of-the-app");
  }

  @Test
  void aMachineAsksAsItsManagedIdentity() throws Exception {
    azure
        .server()
        .stubFor(
            get(urlPathEqualTo("/metadata/identity/oauth2/token"))
                .withHeader("Metadata", equalTo("true"))
                .withQueryParam("client_id", equalTo(CLIENT))
                .willReturn(
                    json(
                        """
                        {"access_token": "token-of-the-machine", "expires_in": "3599",
                         "expires_on": "%s", "not_before": "1506480273", "token_type": "Bearer",
                         "resource": "https://management.core.windows.net/"}
                        """
                            .formatted(inAnHour()))));

    String said =
        probe(
            CredentialKind.MANAGED_IDENTITY,
            Map.of(
                "AZURE_POD_IDENTITY_AUTHORITY_HOST",
                azure.http().toString(),
                "AZURE_CLIENT_ID",
                CLIENT));

    assertThat(said).contains("1 rows");
    assertAskedWith("token-of-the-machine");
  }

  @Test
  void aPodAsksWithTheTokenOfItsServiceAccount() throws Exception {
    Path token = Files.writeString(folder.resolve("federated"), "assertion-of-the-pod");
    azure
        .server()
        .stubFor(
            post(urlPathEqualTo("/" + TENANT + "/oauth2/v2.0/token"))
                .withRequestBody(containing("client_assertion=assertion-of-the-pod"))
                .withRequestBody(containing("client_id=" + CLIENT))
                .willReturn(
                    json(
                        """
                        {"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599,
                         "access_token": "token-of-the-pod"}
                        """)));

    String said = probe(CredentialKind.WORKLOAD_IDENTITY, pod(token));

    assertThat(said).contains("1 rows");
    assertAskedWith("token-of-the-pod");
  }

  private Map<String, String> pod(Path token) {
    return Map.of(
        "AZURE_AUTHORITY_HOST",
        azure.https() + "/",
        "AZURE_TENANT_ID",
        TENANT,
        "AZURE_CLIENT_ID",
        CLIENT,
        "AZURE_FEDERATED_TOKEN_FILE",
        token.toString());
  }

  @Test
  void aPodThatIsNotFederatedIsToldSoWithoutItsToken() throws Exception {
    Path token = Files.writeString(folder.resolve("stranger"), "assertion-of-a-stranger");
    azure
        .server()
        .stubFor(
            post(urlPathEqualTo("/" + TENANT + "/oauth2/v2.0/token"))
                .willReturn(
                    json("""
                    {"error": "invalid_client", "error_codes": [70021],
                     "error_description": "AADSTS70021: No matching federated identity record"}
                    """)
                        .withStatus(401)));

    assertThat(probe(CredentialKind.WORKLOAD_IDENTITY, pod(token)))
        .startsWith("AZR001")
        .contains("AADSTS70021", "federated")
        .doesNotContain("assertion-of-a-stranger");
  }

  @Test
  void whoeverSignedInWithTheCommandLineAsks() throws Exception {
    Path tools =
        az(
            """
            case "$*" in
            *"account get-access-token"*) echo '{"accessToken": "token-of-az", "expires_on": %s,
              "expiresOn": "2099-01-01 00:00:00.000000", "tenant": "%s", "tokenType": "Bearer"}' ;;
            esac
            """
                .formatted(inAnHour(), TENANT));

    assertThat(probe(CredentialKind.AZURE_CLI, path(tools))).contains("1 rows");
    assertAskedWith("token-of-az");
  }

  @Test
  void whoeverIsNotSignedInIsToldTo() throws Exception {
    Path tools = az("echo \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1\n");

    assertThat(probe(CredentialKind.AZURE_CLI, path(tools)))
        .startsWith("AZR001 cannot sign in to Azure: run az login")
        .doesNotContain("\tat ");
  }

  private static Map<String, String> path(Path tools) {
    return Map.of("PATH", tools + ":" + System.getenv("PATH"));
  }

  private static Path az(String script) throws IOException {
    Path tools = Files.createTempDirectory(folder, "tools");
    Path az = Files.writeString(tools.resolve("az"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwxr-xr-x"));
    return tools;
  }
}
