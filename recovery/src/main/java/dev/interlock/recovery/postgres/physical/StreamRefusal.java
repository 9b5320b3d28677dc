package dev.interlock.recovery.postgres.physical;

import java.util.Arrays;

/** Why a server refuses to be copied by pg_basebackup, with what to do about it. */
enum StreamRefusal {
  NO_RIGHT("replication role to start", "give the user the right: ALTER ROLE … REPLICATION"),
  NO_RIGHT_SINCE_16(
      "permission denied to start WAL sender", "give the user the right: ALTER ROLE … REPLICATION"),
  NOT_LET_IN(
      "for replication connection",
      "let the user in: a line \"hostssl replication USER ADDRESS scram-sha-256\" in pg_hba.conf"),
  TABLESPACES(
      "can only write single tablespace",
      "it has tablespaces, which are not copied: pgBackRest and Barman do that"),
  TOO_MANY("max_wal_senders", "too many copy it at the same time: try later, or raise the setting"),
  NO_SENDERS("wal_level", "set wal_level to replica, and restart it");

  private final String said;
  private final String hint;

  StreamRefusal(String said, String hint) {
    this.said = said;
    this.hint = hint;
  }

  /** What the tool said and, where it is known, what to do. */
  static String explained(String words) {
    return Arrays.stream(values())
        .filter(it -> words.contains(it.said))
        .findFirst()
        .map(it -> words + "; " + it.hint)
        .orElse(words);
  }
}
