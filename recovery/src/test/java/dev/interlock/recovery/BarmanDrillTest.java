package dev.interlock.recovery;

/** Drills of what Barman keeps; PostgreSQL noted what each file of the copy is. */
class BarmanDrillTest extends CatalogueDrillContract {

  @Override
  KeptServer.Tool tool() {
    return KeptServer.Tool.BARMAN;
  }

  @Override
  String pages() {
    return "base/[^/]*/data/base/\\d+/1259";
  }

  @Override
  String finder() {
    return "backup/copy-is-whole";
  }
}
