package dev.interlock.server.console.access;

import dev.interlock.server.security.AccountRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the roles that were ticked on a form. */
final class Roles {

  private Roles() {}

  /** The roles of these words; at least one. */
  static Set<AccountRole> of(@Nullable List<String> words) {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    for (String word : words == null ? List.<String>of() : words) {
      roles.add(AccountRole.ofWord(word).orElseThrow(() -> new Refused("There is no such role.")));
    }
    if (roles.isEmpty()) {
      throw new Refused("Tick at least one role.");
    }
    return roles;
  }
}
