package dev.interlock.server.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new session is used by several requests at once: a browser fetches what a page names. */
@Tag("slow")
@ExtendWith(SharedServer.class)
class FirstRequestsTest {

  private static final List<String> ASSETS =
      List.of("/assets/access.css", "/assets/interlock.css", "/sign-in");

  @Test
  void requests_that_come_together_are_all_answered(TestServer server) throws Exception {
    List<Integer> answers = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      Browser browser = server.browser();
      browser.get("/sign-in");
      answers.addAll(together(browser));
    }
    assertThat(answers).containsOnly(200);
  }

  private static List<Integer> together(Browser browser) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> requests = new ArrayList<>();
      for (int copy = 0; copy < 4; copy++) {
        ASSETS.forEach(path -> requests.add(() -> browser.get(path).statusCode()));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
