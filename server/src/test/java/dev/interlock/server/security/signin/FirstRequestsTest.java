package dev.interlock.server.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.AccountRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
      answers.addAll(assets(browser));
    }
    assertThat(answers).containsOnly(200);
  }

  /** Tabs that a browser opens together: none of them may put another's form out of date. */
  @Test
  void forms_of_pages_that_open_together_after_sign_in_are_all_taken(TestServer server)
      throws Exception {
    for (int round = 0; round < 5; round++) {
      Browser browser = server.person("tabs-" + round, List.of(AccountRole.VIEWER));
      Callable<String> tab =
          () -> Browser.secret(browser.get("/password", "Accept", "text/html").body());

      assertThat(together(Collections.nCopies(4, tab)))
          .allMatch(secret -> browser.form("/password", answers(secret)).statusCode() == 422);
    }
  }

  private static Map<String, String> answers(String secret) {
    return Map.of("_csrf", secret, "now", "not it", "wanted", "short", "again", "short");
  }

  private static List<Integer> assets(Browser browser) throws Exception {
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      ASSETS.forEach(path -> requests.add(() -> browser.get(path).statusCode()));
    }
    return together(requests);
  }

  private static <T> List<T> together(List<Callable<T>> requests) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
