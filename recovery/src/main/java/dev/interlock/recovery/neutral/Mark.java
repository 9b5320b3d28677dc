package dev.interlock.recovery.neutral;

/** The mark by which Odoo knows that it is a copy, and shows a ribbon. */
final class Mark {

  static final Outlet OUTLET =
      new Outlet(
          "mark", "the copy is not marked as one", Parameter.of("database.is_neutralized", "true"));

  private Mark() {}
}
