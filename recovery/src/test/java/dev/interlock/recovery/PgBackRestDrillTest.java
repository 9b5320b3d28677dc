package dev.interlock.recovery;

/** Drills of what pgBackRest keeps; it compares each file that it brings back itself. */
class PgBackRestDrillTest extends CatalogueDrillContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.PGBACKREST;
  }

  @Override
  String pages() {
    return "backup/erp/[^/]*F/pg_data/base/\\d+/1259\\.gz";
  }

  @Override
  String finder() {
    return "restore/database-comes-back";
  }
}
