package dev.interlock.server.security.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Where people are signed in at the moment. */
public final class OpenSessions {

  private final FindByIndexNameSessionRepository<?> sessions;

  /** The sessions of all replicas. */
  public OpenSessions(FindByIndexNameSessionRepository<?> sessions) {
    this.sessions = sessions;
  }

  /** Signs an account out everywhere, but for one session. */
  public void end(String account, @Nullable String except) {
    for (String id : sessions.findByPrincipalName(account).keySet()) {
      if (!id.equals(except)) {
        sessions.deleteById(id);
      }
    }
  }
}
