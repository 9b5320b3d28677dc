package dev.interlock.recovery.blobstore;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.BlobUrlParts;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens a store in a container of Azure Blob Storage by the container's address, such as {@code
 * https://account.blob.core.windows.net/backups}. Whoever is signed in asks, as in Azure's own
 * tools, or who holds {@code AZURE_STORAGE_CONNECTION_STRING}.
 */
public final class BlobPlace {

  private static final String CONNECTION = "AZURE_STORAGE_CONNECTION_STRING";

  private BlobPlace() {}

  /**
   * The store at an address.
   *
   * @throws Fault STORE_FAILED when there is none, or it can't be reached
   */
  public static AzureBlobStore open(String address, InstantSource clock) {
    return open(address, System.getenv(CONNECTION), clock);
  }

  /** Makes the container when there is none. */
  public static AzureBlobStore create(String address, InstantSource clock) {
    return create(address, System.getenv(CONNECTION), clock);
  }

  static AzureBlobStore open(String address, @Nullable String connection, InstantSource clock) {
    BlobContainerClient container = container(address, connection);
    BlobFaults faults = new BlobFaults(address);
    if (!faults.ask("look for the container", container::exists)) {
      throw failed(address, "there is no container; interlock backup run --new-store makes one");
    }
    return store(container, faults, clock);
  }

  static AzureBlobStore create(String address, @Nullable String connection, InstantSource clock) {
    BlobContainerClient container = container(address, connection);
    BlobFaults faults = new BlobFaults(address);
    faults.ask("make the container", container::createIfNotExists);
    return store(container, faults, clock);
  }

  /** Where Azure can lock each blob by itself, it does; the emulator says nothing of it. */
  private static AzureBlobStore store(
      BlobContainerClient container, BlobFaults faults, InstantSource clock) {
    boolean locks =
        faults.ask(
            "ask what the container keeps",
            () ->
                Boolean.TRUE.equals(
                    container.getProperties().isImmutableStorageWithVersioningEnabled()));
    return new AzureBlobStore(container, locks ? Immutability.LOCKED : Immutability.NOTED, clock);
  }

  private static BlobContainerClient container(String address, @Nullable String connection) {
    BlobUrlParts parts = parts(address);
    HttpClient http = new JdkHttpClientBuilder().build();
    BlobContainerClientBuilder builder = new BlobContainerClientBuilder().httpClient(http);
    if (connection == null || connection.isBlank()) {
      return builder
          .endpoint(address)
          .credential(new DefaultAzureCredentialBuilder().httpClient(http).build())
          .buildClient();
    }
    BlobContainerClient container = connected(builder, parts, connection, address);
    if (!container.getBlobContainerUrl().equals(address)) {
      throw failed(address, CONNECTION + " is of " + container.getAccountUrl());
    }
    return container;
  }

  private static BlobContainerClient connected(
      BlobContainerClientBuilder builder, BlobUrlParts parts, String connection, String address) {
    try {
      return builder
          .connectionString(connection)
          .containerName(parts.getBlobContainerName())
          .buildClient();
    } catch (IllegalArgumentException _) {
      // What Azure's library says of it could hold the key.
      throw failed(address, CONNECTION + " is no connection string");
    }
  }

  private static BlobUrlParts parts(String address) {
    try {
      URI uri = URI.create(address);
      BlobUrlParts parts = BlobUrlParts.parse(uri.toURL());
      if (isPlain(uri) && parts.getBlobContainerName() != null && parts.getBlobName() == null) {
        return parts;
      }
    } catch (MalformedURLException | IllegalArgumentException _) {
      // What is wrong with it could be what it keeps secret.
    }
    throw noPlace();
  }

  /** Nothing that signs; and only an emulator on this machine is asked without encryption. */
  private static boolean isPlain(URI uri) {
    boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    return uri.getRawQuery() == null
        && uri.getRawUserInfo() == null
        && (here || "https".equals(uri.getScheme()));
  }

  /** What was named is not repeated: it may hold a signature that opens the account. */
  private static Fault noPlace() {
    return new Fault(
        RecoveryCode.STORE_FAILED.code(),
        "this is no address of a container, such as https://account.blob.core.windows.net/backups");
  }

  private static Fault failed(String address, String why) {
    return new Fault(RecoveryCode.STORE_FAILED.code(), address + ": " + why);
  }
}
