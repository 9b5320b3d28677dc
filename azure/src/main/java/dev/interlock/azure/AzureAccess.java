package dev.interlock.azure;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where Azure is, and who asks.
 *
 * @param cloud whose addresses hold
 * @param endpoint of Azure Resource Manager where it has an address of its own, as behind a private
 *     link; null for the cloud's
 * @param credential who asks
 */
public record AzureAccess(Cloud cloud, @Nullable URI endpoint, CredentialKind credential) {

  /** The worldwide cloud, asked by whoever is signed in. */
  public static final AzureAccess USUAL = new AzureAccess(Cloud.PUBLIC, null, CredentialKind.AUTO);
}
