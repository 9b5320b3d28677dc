package dev.interlock.server.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account may do here. Which duties a person holds is the estate's to say. */
public enum AccountRole {
  /** Reads. Every other role includes it. */
  VIEWER,
  /** Asks for changes. */
  REQUESTER,
  /** Agrees to changes or refuses them, in the duties that the estate gives to the person. */
  APPROVER,
  /** Records what was deployed and runs jobs. */
  OPERATOR,
  /** Reads what people did, and takes packs of evidence away. */
  AUDITOR,
  /** Makes accounts and says what they may do. */
  ADMINISTRATOR;

  /** The word used in files, addresses and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with that word. */
  public static Optional<AccountRole> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Every role of which one is given: each lets its holder read. */
  public static Set<AccountRole> all() {
    return EnumSet.allOf(AccountRole.class);
  }
}
