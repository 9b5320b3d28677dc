package dev.interlock.recovery.neutral;

import java.util.List;

/** A cloud store of attachments: the copy would delete in it what production still has. */
final class CloudStorage {

  static final Outlet OUTLET =
      new Outlet(
          "cloud-storage",
          "the cloud store of production is used",
          Measure.delete("ir_config_parameter", List.of("key"), "key = 'cloud_storage_provider'"));

  private CloudStorage() {}
}
