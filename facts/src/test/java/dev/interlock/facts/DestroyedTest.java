package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestroyedTest {

  private static List<String> destroyed(String text) {
    List<String> found = new ArrayList<>();
    FactReader.standard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), resource -> found.addAll(Destroyed.by(resource)));
    return found;
  }

  private static List<String> destroyed(String version, String kind, String spec) {
    return destroyed(
        "apiVersion: %s\nkind: %s\nmetadata: {name: x}\nspec: %s\n".formatted(version, kind, spec));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql.cnpg.io/v1 | Database    | {ensure: absent}",
        "postgresql.cnpg.io/v1 | Database    | {schemas: [{name: sales, ensure: absent}]}",
        "postgresql.cnpg.io/v1 | Database    | {databaseReclaimPolicy: delete}",
        "postgresql.cnpg.io/v1 | Cluster     | {managed: {roles: [{name: a, ensure: absent}]}}",
        "v1 | PersistentVolume | {persistentVolumeReclaimPolicy: Delete}",
        "v1 | PersistentVolume | {persistentVolumeReclaimPolicy: Recycle}",
        "apps/v1 | StatefulSet | {persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}",
      })
  void what_is_said_to_go_is_destroyed(String version, String kind, String spec) {
    assertThat(destroyed(version, kind, spec)).singleElement().asString().contains("-:4:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql.cnpg.io/v1 | Database    | {ensure: present, databaseReclaimPolicy: retain}",
        "v1 | PersistentVolume | {persistentVolumeReclaimPolicy: Retain}",
        "storage.k8s.io/v1     | StorageClass | {reclaimPolicy: Delete}",
        "apps/v1               | Deployment  | {ensure: absent}",
      })
  void what_stays_is_not(String version, String kind, String spec) {
    assertThat(destroyed(version, kind, spec)).isEmpty();
  }

  @Test
  void the_words_say_what_and_where() {
    assertThat(destroyed("postgresql.cnpg.io/v1", "Database", "{ensure: absent}"))
        .containsExactly("what shall be absent by ensure: absent of Database x (-:4:8)");
  }

  @Test
  void blobs_that_are_deleted_by_age_are_destroyed() {
    String text =
        """
        {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a/managementPolicies/default",
         "type": "Microsoft.Storage/storageAccounts/managementPolicies", "name": "default",
         "properties": {"policy": {"rules": [{"definition": {"actions": {"baseBlob":
           {"%s": {"daysAfterModificationGreaterThan": 30}}}}}]}}}
        """;
    assertThat(destroyed(text.formatted("delete")))
        .containsExactly("blobs by their age, by delete of managementPolicies default (-:4:5)");
    assertThat(destroyed(text.formatted("tierToCool"))).isEmpty();
  }
}
