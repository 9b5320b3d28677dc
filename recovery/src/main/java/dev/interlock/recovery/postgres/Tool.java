package dev.interlock.recovery.postgres;

/** A program that comes with PostgreSQL. */
public enum Tool {
  PG_DUMP("pg_dump", "postgresql-client"),
  PG_RESTORE("pg_restore", "postgresql-client"),
  PG_AMCHECK("pg_amcheck", "postgresql-client"),
  PG_BASEBACKUP("pg_basebackup", "postgresql-client"),
  PG_VERIFYBACKUP("pg_verifybackup", "postgresql-client"),
  INITDB("initdb", "postgresql"),
  PG_CTL("pg_ctl", "postgresql"),
  POSTGRES("postgres", "postgresql");

  private final String program;
  private final String debianPackage;

  Tool(String program, String debianPackage) {
    this.program = program;
    this.debianPackage = debianPackage;
  }

  /** Name of its file. */
  public String program() {
    return program;
  }

  /** The Debian package that brings it, without the version. */
  String debianPackage() {
    return debianPackage;
  }
}
