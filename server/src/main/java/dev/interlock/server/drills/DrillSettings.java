package dev.interlock.server.drills;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this machine has for restore drills, from {@code INTERLOCK_DRILLS_…}.
 *
 * @param stores where backups lie, by the word that the estate uses: {@code main} unless it says
 *     otherwise
 * @param key file of the private key that signs what drills find; empty when there is none
 * @param boot program that starts the company's Odoo on what was restored; empty for none
 * @param addons folders with the code of Odoo's modules, as in its {@code addons_path}; empty when
 *     nobody asks whether installed modules have code
 * @param place folder in which isolated places are made; empty for one for temporary files
 * @param jobs so much is done at the same time in one drill
 * @param host name of this machine among those that share the database; empty for its own
 * @param look how often it is looked whether one is due
 */
@ConfigurationProperties("interlock.drills")
public record DrillSettings(
    @DefaultValue Map<String, Store> stores,
    @DefaultValue("") String key,
    @DefaultValue("") String boot,
    @DefaultValue List<String> addons,
    @DefaultValue("") String place,
    @DefaultValue("2") int jobs,
    @DefaultValue("") String host,
    @DefaultValue("5s") Duration look) {

  public DrillSettings {
    stores = Map.copyOf(stores);
    addons = List.copyOf(addons);
  }

  /**
   * A store.
   *
   * @param folder in which backups lie, {@code s3://bucket/prefix}, or {@code
   *     https://account.blob.core.windows.net/container}
   * @param sealKey file of the key that they are sealed with; empty when they are not
   */
  public record Store(@DefaultValue("") String folder, @DefaultValue("") String sealKey) {}
}
