package dev.interlock.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages hear that the board has changed, and don't hold up the end of the server. */
@Tag("slow")
class NewsTest {

  @TempDir Path data;

  @Test
  void a_page_that_listens_is_told_and_let_go() throws Exception {
    TestServer server = TestServer.start(data);
    CompletableFuture<Boolean> ended;
    try (server) {
      Browser browser = server.administrator();
      Stream<String> lines = browser.stream("/events").body();
      CompletableFuture<String> told = new CompletableFuture<>();
      ended =
          CompletableFuture.supplyAsync(() -> {
            lines.filter(line -> line.startsWith("event:")).forEach(told::complete);
            return true;
          });
      assertThat(told.get(1, TimeUnit.MINUTES)).isEqualTo("event:board");
    }
    assertThat(ended.handle((done, cut) -> true).get(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void a_stranger_hears_nothing() {
    try (TestServer server = TestServer.start(data)) {
      assertThat(server.browser().get("/events").statusCode()).isIn(302, 401);
    }
  }
}
