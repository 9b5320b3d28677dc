package dev.interlock.cli.inventory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.interlock.goldens.LocalCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Resource Graph with one row for each table, and an {@code az} that somebody signed in with. */
final class AzureOnThisMachine implements AutoCloseable {

  static final String TOKEN = "token-of-whoever-signed-in";

  private static final String ACCOUNT =
      """
      {"id": "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/erp/providers\
      /Microsoft.Storage/storageAccounts/erpfiles", "name": "erpfiles",
       "type": "microsoft.storage/storageaccounts", "kind": "StorageV2", "location": "westeurope",
       "managedBy": "", "tags": {"owner": "plant"}, "zones": null,
       "properties": {"supportsHttpsTrafficOnly": false}}
      """;
  private static final String GROUP =
      """
      {"id": "/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/erp",
       "name": "erp", "type": "microsoft.resources/subscriptions/resourcegroups",
       "location": "westeurope", "tags": {}, "properties": {"provisioningState": "Succeeded"}}
      """;

  private final HttpsServer server;
  private final Path folder;
  private final LocalCertificate certificate;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  AzureOnThisMachine(Path folder) throws Exception {
    this.folder = folder;
    certificate = LocalCertificate.in(folder);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext("/providers/Microsoft.ResourceGraph/resources", this::answer);
    server.start();
    Path az = Files.writeString(folder.resolve("az"), "#!/bin/sh\necho '" + token() + "'\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String token() {
    return """
    {"accessToken": "%s", "expiresOn": "2099-01-01 00:00:00.000000", "tokenType": "Bearer"}\
    """
        .formatted(TOKEN);
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** What was asked, with the token it was asked with. */
  List<String> asked() {
    return asked;
  }

  /** The variables of a program that shall meet this Azure. */
  Map<String, String> environment() {
    return Map.of(
        "PATH",
        folder + ":" + System.getenv("PATH"),
        "JAVA_TOOL_OPTIONS",
        String.join(" ", certificate.trust()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + question);
    String row = question.contains("resourcecontainers") ? GROUP : ACCOUNT;
    byte[] body =
        ("{\"totalRecords\": 1, \"count\": 1, \"resultTruncated\": \"false\", \"data\": ["
                + row
                + "]}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
