package dev.interlock.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.security.signin.IdleSessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Pages that somebody leaves open. */
@Tag("slow")
class OpenPagesTest {

  private static final long LONG_AGO = Duration.ofHours(9).toMillis();

  @TempDir private Path data;

  @Test
  void a_server_that_stops_ends_what_they_listen_to_without_a_word() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Iterator<String> lines;
    try (TestServer server = TestServer.start(data)) {
      log.start();
      root.addAppender(log);
      lines = server.administrator().stream("/events").body().iterator();
      assertThat(lines.next()).isEqualTo(":listening");
    } finally {
      root.detachAppender(log);
    }

    while (lines.hasNext()) {
      lines.next();
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(message -> message.contains("AsyncRequest"));
  }

  @Test
  void what_they_ask_for_by_themselves_does_not_keep_a_session_alive() {
    try (TestServer server = TestServer.start(data)) {
      Browser browser = server.administrator();
      assertThat(browser.status("GET", "/board/tiles")).isEqualTo(200);
      Session session = session(server);
      long signedIn = lastAct(session);

      idle(server, session, signedIn - Duration.ofHours(7).toMillis());
      for (String path : List.of("/board/tiles", "/events")) {
        assertThat(browser.status("GET", path)).isEqualTo(200);
      }
      assertThat(browser.status("GET", "/changes", IdleSessions.BACKGROUND, "yes")).isEqualTo(200);
      assertThat(lastAct(session(server))).isLessThan(signedIn);
      assertThat(browser.status("GET", "/changes")).isEqualTo(200);
      assertThat(lastAct(session(server))).isGreaterThanOrEqualTo(signedIn);

      idle(server, session(server), signedIn - LONG_AGO);
      assertThat(browser.status("GET", "/board/tiles")).isEqualTo(401);
      assertThat(browser.status("GET", "/changes")).isEqualTo(401);
    }
  }

  private static long lastAct(Session session) {
    Long at = session.getAttribute(IdleSessions.LAST_ACT);
    return at == null ? 0 : at;
  }

  private static Session session(TestServer server) {
    return sessions(server).findByPrincipalName("admin").values().iterator().next();
  }

  private static void idle(TestServer server, Session session, long lastAct) {
    session.setAttribute(IdleSessions.LAST_ACT, lastAct);
    sessions(server).save(session);
  }

  @SuppressWarnings("unchecked")
  private static FindByIndexNameSessionRepository<Session> sessions(TestServer server) {
    return server.bean(FindByIndexNameSessionRepository.class);
  }
}
