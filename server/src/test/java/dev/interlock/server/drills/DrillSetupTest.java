package dev.interlock.server.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.database.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says that it lacks. */
class DrillSetupTest {

  @TempDir private Path folder;

  private String lacks(Map<String, DrillSettings.Store> stores, String key, String place) {
    return lacks(stores, key, List.of(), place);
  }

  private String lacks(
      Map<String, DrillSettings.Store> stores, String key, List<String> addons, String place) {
    var settings =
        new DrillSettings(stores, key, "", addons, place, 2, "here", Duration.ofSeconds(5));
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      return new DrillSetup(settings, data).lacks(null).map(Lack::text).orElse("");
    }
  }

  private Map<String, DrillSettings.Store> main(String sealKey) {
    return Map.of("main", new DrillSettings.Store(folder.toString(), sealKey));
  }

  @Test
  void each_thing_that_is_missing_is_named_with_its_setting() throws Exception {
    String key = Files.writeString(folder.resolve("key"), "a key").toString();
    String place = folder.resolve("places").toString();

    assertThat(lacks(Map.of(), key, place)).contains("INTERLOCK_DRILLS_STORES_MAIN_FOLDER");
    assertThat(lacks(Map.of("main", new DrillSettings.Store("/no/such", "")), key, place))
        .contains("is not there");
    assertThat(lacks(main(""), "", place)).contains("INTERLOCK_DRILLS_KEY");
    assertThat(lacks(main(""), "/no/such", place)).contains("INTERLOCK_DRILLS_KEY");
    assertThat(lacks(main("/no/such"), key, place))
        .contains("INTERLOCK_DRILLS_STORES_MAIN_SEALKEY");
    assertThat(lacks(main(""), key, key)).contains("INTERLOCK_DRILLS_PLACE");
    assertThat(lacks(main(key), key, List.of(folder.toString(), "/no/addons"), place))
        .contains("/no/addons", "INTERLOCK_DRILLS_ADDONS");
    assertThat(lacks(main(key), key, List.of(folder.toString()), place)).isEmpty();
    assertThat(lacks(main(key), key, place)).isEmpty();
    assertThat(lacks(Map.of("main", new DrillSettings.Store("s3://backups/erp", "")), key, place))
        .isEmpty();
  }
}
