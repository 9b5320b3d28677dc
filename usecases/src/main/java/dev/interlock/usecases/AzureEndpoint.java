package dev.interlock.usecases;

import dev.interlock.azure.AzureAccess;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.net.URI;
import java.util.Optional;

/** An address of Azure Resource Manager that somebody gave. */
final class AzureEndpoint {

  private AzureEndpoint() {}

  /** What is wrong with it: whoever reads along could use the token. */
  static Optional<Diagnostic> problem(AzureAccess access) {
    URI endpoint = access.endpoint();
    boolean good =
        endpoint == null || ("https".equals(endpoint.getScheme()) && endpoint.getHost() != null);
    return good
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    ActionCode.BAD_OPTION.code(),
                    SourceRef.file("--endpoint"),
                    "is no https:// address")
                .withHint("tokens go over TLS alone"));
  }
}
