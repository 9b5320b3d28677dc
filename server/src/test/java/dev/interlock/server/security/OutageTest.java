package dev.interlock.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.faults.Postmaster;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is gone is told in words, to people and to programs. */
@Tag("slow")
class OutageTest {

  @TempDir Path data;

  @Test
  void a_killed_database_is_an_outage_and_no_error_of_the_reader() throws Exception {
    try (Postmaster postgres = Postmaster.start(data);
        TestServer server = TestServer.start(data.resolve("server"), postgres.database())) {
      Browser browser = server.administrator();
      postgres.kill();

      var page = browser.get("/", "Accept", "text/html");
      var api = browser.get("/api/v1/changes", "Accept", "application/json");

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(page.body()).contains("The database does not answer");
      assertThat(api.statusCode()).isEqualTo(503);
      assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(api.body()).contains("\"status\":503");
    }
  }
}
