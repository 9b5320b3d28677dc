package dev.interlock.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the shape of the examples that Microsoft publishes with the REST API of Azure Resource
 * Graph, version 2021-03-01.
 */
final class Answers {

  private Answers() {}

  /** The rows of an example that Microsoft publishes. */
  static String published(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/resourcegraph", name + ".json"));
  }

  /** One page with all there is. */
  static String whole(String... rows) {
    return page(rows.length, null, rows);
  }

  /** One page of several. */
  static String page(long total, @Nullable String token, String... rows) {
    return """
    {"totalRecords": %d, "count": %d, "data": [%s], "facets": [], "resultTruncated": "false"%s}
    """
        .formatted(
            total,
            rows.length,
            Arrays.stream(rows).collect(Collectors.joining(", ")),
            token == null ? "" : ", \"$skipToken\": \"" + token + "\"");
  }

  /** A disk with all columns that a row has. */
  static String disk(String name) {
    return """
    {"id": "/subscriptions/cfbbd179-59d2-4052-aa06-9270a38aa9d6/resourceGroups/RG1/providers\
    /Microsoft.Compute/disks/%1$s", "name": "%1$s", "type": "microsoft.compute/disks",
    "tenantId": "72f988bf-86f1-41af-91ab-2d7cd011db47", "kind": "", "location": "eastus",
    "resourceGroup": "rg1", "subscriptionId": "cfbbd179-59d2-4052-aa06-9270a38aa9d6",
    "managedBy": "", "sku": {"name": "Premium_LRS", "tier": "Premium"}, "plan": null,
    "properties": {"diskSizeGB": 127, "diskIOPSReadWrite": 500, "burst": 1.50, "note": "",
    "encryption": null, "bytes": 136367308800}, "tags": {}, "identity": null, "zones": null,
    "extendedLocation": null}
    """
        .formatted(name);
  }

  /** What Azure answers when it refuses. */
  static String error(String code, String message) {
    return "{\"error\": {\"code\": \"%s\", \"message\": \"%s\"}}".formatted(code, message);
  }
}
