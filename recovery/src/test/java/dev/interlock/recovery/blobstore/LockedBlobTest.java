package dev.interlock.recovery.blobstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.interlock.goldens.LocalHttp;
import dev.interlock.recovery.store.BackupStoreContract;
import dev.interlock.recovery.store.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for an object that Azure must lock; the emulator can't tell, it has no policies. */
@Tag("slow")
class LockedBlobTest {

  private final Map<String, String> policies = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<String> holds = Collections.synchronizedList(new ArrayList<>());
  private final SetClock clock = new SetClock();
  private final LocalHttp azure = LocalHttp.answering(this::answer);

  @AfterEach
  void stop() {
    azure.close();
  }

  /** There is nothing but a blob on hold, and all that is written is taken. */
  private void answer(HttpExchange asked) throws IOException {
    asked.getRequestBody().readAllBytes();
    var headers = asked.getRequestHeaders();
    String hold = headers.getFirst("x-ms-legal-hold");
    if (hold != null) {
      holds.add(asked.getRequestURI().getQuery() + " " + hold);
      asked.getResponseHeaders().set("x-ms-legal-hold", hold);
      asked.sendResponseHeaders(200, -1);
    } else if (asked.getRequestMethod().equals("HEAD") && !holds.isEmpty()) {
      asked.getResponseHeaders().set("x-ms-legal-hold", "true");
      asked.getResponseHeaders().set("Last-Modified", "Sun, 22 Nov 2026 12:00:00 GMT");
      asked.sendResponseHeaders(200, -1);
    } else if (asked.getRequestMethod().equals("PUT")) {
      String query = String.valueOf(asked.getRequestURI().getQuery());
      policies.put(
          query.contains("comp=block&") ? "block" : query,
          headers.getFirst("x-ms-immutability-policy-mode")
              + " "
              + headers.getFirst("x-ms-immutability-policy-until-date"));
      asked.getResponseHeaders().set("ETag", "\"1\"");
      asked.getResponseHeaders().set("Last-Modified", "Sun, 22 Nov 2026 12:00:00 GMT");
      asked.sendResponseHeaders(201, -1);
    } else {
      asked.getResponseHeaders().set("x-ms-error-code", "BlobNotFound");
      asked.sendResponseHeaders(404, -1);
    }
    asked.close();
  }

  private AzureBlobStore store(Immutability immutability) {
    String connection = Azurite.ACCOUNT + "BlobEndpoint=" + azure.url() + "/devstoreaccount1;";
    return new AzureBlobStore(Azurite.client(connection, "store"), immutability, clock);
  }

  private void put(Immutability immutability, int length) throws IOException {
    store(immutability)
        .put(
            "backups/core/a/database.dump",
            new ByteArrayInputStream(BackupStoreContract.random(length)),
            clock.instant().plusMillis(99_001));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 9 << 20})
  void object_gets_a_locked_policy_in_the_step_that_makes_it_one(int length) throws IOException {
    put(Immutability.LOCKED, length);
    assertThat(policies.values()).last().isEqualTo("Locked Sun, 22 Nov 2026 12:01:40 GMT");
  }

  @Test
  void noted_object_gets_none() throws IOException {
    put(Immutability.NOTED, 10);
    assertThat(policies.values()).containsExactly("null null");
  }

  @Test
  void a_blob_is_held_by_azure_itself_until_it_is_let_go() {
    AzureBlobStore store = store(Immutability.LOCKED);

    assertThat(store.hold("backups/core/a/database.dump")).isEmpty();
    assertThat(holds).containsExactly("comp=legalhold true");

    store.letGo("backups/core/a/database.dump");
    assertThat(holds).containsExactly("comp=legalhold true", "comp=legalhold false");
  }
}
