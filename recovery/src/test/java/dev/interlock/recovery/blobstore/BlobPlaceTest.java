package dev.interlock.recovery.blobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container of Azure Blob Storage is found by its address. */
@Tag("slow")
class BlobPlaceTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private static Path data;

  private static Azurite azurite;

  @BeforeAll
  static void start() throws Exception {
    azurite = Azurite.start(data);
  }

  @AfterAll
  static void stop() {
    if (azurite != null) {
      azurite.close();
    }
  }

  @Test
  void a_container_is_made_when_asked_for_and_found_again() throws Exception {
    String address = address("made");
    byte[] content = {1, 2, 3};

    BlobPlace.create(address, azurite.connection(), CLOCK)
        .put("backups/core/one/part", new ByteArrayInputStream(content), null);

    BlobPlace.create(address, azurite.connection(), CLOCK);
    AzureBlobStore found = BlobPlace.open(address, azurite.connection(), CLOCK);
    assertThat(found.open("backups/core/one/part").readAllBytes()).isEqualTo(content);
    assertThat(found.place()).isEqualTo(address);
  }

  @Test
  void a_container_that_is_not_there_is_told() {
    assertThatThrownBy(() -> BlobPlace.open(address("absent"), azurite.connection(), CLOCK))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("/absent: there is no container")
        .hasMessageContaining("--new-store");
  }

  @Test
  void a_connection_string_of_another_account_is_not_used() {
    String other = "https://other.blob.core.windows.net/backups";

    assertThatThrownBy(() -> BlobPlace.create(other, azurite.connection(), CLOCK))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("AZURE_STORAGE_CONNECTION_STRING is of http://127.0.0.1");
  }

  @Test
  void what_is_no_connection_string_is_not_repeated() {
    assertThatThrownBy(() -> BlobPlace.open(address("any"), "AccountKey=c2VjcmV0", CLOCK))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("AZURE_STORAGE_CONNECTION_STRING is no connection string")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://account.blob.core.windows.net",
        "https://account.blob.core.windows.net/backups/erp",
        "https://account.blob.core.windows.net/backups?sig=c2VjcmV0",
        "https://me:c2VjcmV0@account.blob.core.windows.net/backups",
        "http://account.blob.core.windows.net/backups",
        "https://acc ount/backups",
        "ftp://account/backups"
      })
  void what_is_no_address_of_a_container_is_refused_and_not_repeated(String address) {
    assertThatThrownBy(() -> BlobPlace.open(address, null, CLOCK))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no address of a container")
        .hasMessageNotContaining("c2VjcmV0");
  }

  private static String address(String container) {
    return azurite.container(container).getBlobContainerUrl();
  }
}
