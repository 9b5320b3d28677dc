package dev.interlock.ledger.postgres;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;

/** The role that appends: may read and insert, owns nothing, can take on no role that does. */
final class RuntimeRole {

  private final Database database;
  private final String name;

  RuntimeRole(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  /** Refuses a role that could get around its grants. Asked as the owner. */
  void requireHarmless() {
    boolean mighty =
        database
            .read(
                "look up the role " + name,
                handle ->
                    handle
                        .createQuery(
                            """
                            select rolsuper or pg_has_role(rolname, current_user, 'MEMBER')
                            from pg_roles where rolname = ?
                            """)
                        .bind(0, name)
                        .mapTo(Boolean.class)
                        .findOne())
            .orElseThrow(
                () -> unsafe("there is no role " + name + "; create it first, with a login"));
    if (mighty) {
      throw unsafe(
          "the role "
              + name
              + " is a superuser or can act as the owner; give the ledger a role of its own");
    }
  }

  /** Grants what appending and reading needs, and takes everything else away. */
  void grant() {
    String role = '"' + name.replace("\"", "\"\"") + '"';
    database.transaction(
        "grant the ledger to " + name,
        handle ->
            handle.execute("revoke all on schema ledger from public, " + role)
                + handle.execute("revoke all on all tables in schema ledger from public, " + role)
                + handle.execute("grant usage on schema ledger to " + role)
                + handle.execute(
                    "grant select, insert on ledger.entry, ledger.checkpoint to " + role));
  }

  /**
   * Refuses to work as a role that could change what it appended, or on tables whose triggers are
   * off. Asked as the role itself.
   */
  static void requireHarmless(Database database) {
    boolean safe =
        database.read(
            "open the ledger",
            handle ->
                handle
                    .createQuery(
                        """
                        select not bool_or(pg_has_role(relowner, 'MEMBER')
                            or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
                          and not bool_or(has_schema_privilege(c.relnamespace, 'CREATE'))
                          and (select count(*) = 4 from pg_trigger where tgenabled = 'A'
                            and tgrelid in ('ledger.entry'::regclass, 'ledger.checkpoint'::regclass))
                        from pg_class c
                        where c.oid in ('ledger.entry'::regclass, 'ledger.checkpoint'::regclass)
                        """)
                    .mapTo(Boolean.class)
                    .one());
    if (!safe) {
      throw unsafe(
          "this role could change the ledger, or its triggers are off; connect as the role that the"
              + " migration granted it to");
    }
  }

  private static LedgerException unsafe(String why) {
    return new LedgerException(LedgerError.UNSAFE_DATABASE, "PostgreSQL: " + why);
  }
}
