package dev.interlock.azure;

import java.util.Locale;

/** Who asks Azure. */
public enum CredentialKind {
  /** The first of the others that is there, in the order of Azure's libraries. */
  AUTO,
  /** A service principal in {@code AZURE_CLIENT_ID}, {@code AZURE_TENANT_ID} and a secret. */
  ENVIRONMENT,
  /** A pod of Kubernetes with a federated token. */
  WORKLOAD_IDENTITY,
  /** The machine, app or container that this runs on. */
  MANAGED_IDENTITY,
  /** Whoever signed in with {@code az login}. */
  AZURE_CLI;

  /** The word for it on a command line, such as {@code workload-identity}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
