package dev.interlock.recovery;

import java.util.Set;

/**
 * A fault that is planted into an Odoo.
 *
 * @param inRows whether the digests of tables differ by it too
 * @param caughtBy names of the checks that tell it, and no others do
 */
record PlantedFault(String name, boolean inRows, Set<String> caughtBy, Plant plant) {

  interface Plant {
    void in(OdooFixture odoo) throws Exception;
  }

  static PlantedFault rows(String name, String sql, String... caughtBy) {
    return new PlantedFault(name, true, Set.of(caughtBy), odoo -> odoo.run(sql));
  }

  static PlantedFault schema(String name, String sql, String... caughtBy) {
    return new PlantedFault(name, false, Set.of(caughtBy), odoo -> odoo.run(sql));
  }

  static PlantedFault files(String name, Plant plant, String... caughtBy) {
    return new PlantedFault(name, false, Set.of(caughtBy), plant);
  }

  @Override
  public String toString() {
    return name;
  }
}
