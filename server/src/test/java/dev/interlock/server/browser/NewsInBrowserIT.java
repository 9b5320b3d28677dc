package dev.interlock.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.AccountRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told while a page is busy, or not yet listening, is not lost on it. */
@ExtendWith(SharedServer.class)
class NewsInBrowserIT {

  private static Chromium chromium;
  private static Visitor visitor;

  @BeforeAll
  static void start(TestServer server) {
    Chromium.needed();
    chromium = Chromium.start();
    server.person("listener", List.of(AccountRole.VIEWER));
    visitor = chromium.visitor(server.running().url()).signIn("listener", "listener");
  }

  @AfterAll
  static void stop() {
    Chromium.close(chromium, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/changes", "/changes/manufacturing-release", "/drills"})
  void news_that_comes_while_an_answer_is_under_way_is_asked_for_after_it(String path) {
    try (Held held = new Held(visitor.page())) {
      visitor.page().navigate(path);
      held.until(1);
      held.tell();
      held.answer(0);
      held.until(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/drills"})
  void a_page_asks_once_it_listens_for_what_it_was_not_told(String path) {
    try (Held held = new Held(visitor.page())) {
      visitor.page().navigate(path);
      held.until(1);
      assertThat(held.asked.getFirst().request().headers()).containsKey("x-interlock-background");
    }
  }

  /** What a page asks for by itself, kept from the server until the test lets it go. */
  private static final class Held implements AutoCloseable {

    private final Page page;
    private final List<Route> asked = new ArrayList<>();

    Held(Page page) {
      this.page = page;
      page.route("**", this::take);
    }

    private void take(Route route) {
      if (route.request().headers().containsKey("hx-request")) {
        asked.add(route);
      } else {
        route.resume();
      }
    }

    void tell() {
      page.evaluate("htmx.trigger(document.body, 'board')");
    }

    void answer(int number) {
      asked.get(number).resume();
    }

    void until(int count) {
      page.waitForCondition(
          () -> asked.size() >= count,
          new Page.WaitForConditionOptions().setTimeout(Chromium.PATIENCE));
    }

    @Override
    public void close() {
      page.navigate("about:blank");
      page.unrouteAll();
    }
  }
}
