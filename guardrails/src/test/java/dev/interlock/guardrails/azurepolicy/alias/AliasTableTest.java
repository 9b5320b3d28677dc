package dev.interlock.guardrails.azurepolicy.alias;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasTableTest {

  private static final AliasTable SHIPPED = AliasTable.shipped();
  private static final String STORAGE = "Microsoft.Storage/storageAccounts";

  @Test
  void alias_is_found_on_its_type() {
    assertThat(path(STORAGE, STORAGE + "/supportsHttpsTrafficOnly"))
        .isEqualTo("properties.supportsHttpsTrafficOnly");
  }

  @Test
  void type_and_alias_are_found_in_any_letter_case() {
    assertThat(
            path("MICROSOFT.storage/STORAGEaccounts", "microsoft.STORAGE/storageaccounts/SKU.name"))
        .isEqualTo("sku.name");
  }

  @Test
  void properties_inside_a_path_are_kept() {
    assertThat(
            path(
                "Microsoft.Network/networkSecurityGroups",
                "Microsoft.Network/networkSecurityGroups/securityRules[*].access"))
        .isEqualTo("properties.securityRules[*].properties.access");
  }

  @Test
  void alias_of_another_type_is_elsewhere() {
    assertThat(SHIPPED.find("Microsoft.KeyVault/vaults", STORAGE + "/accessTier"))
        .isEqualTo(new AliasAnswer.Elsewhere(List.of(STORAGE)));
  }

  @Test
  void alias_of_the_parent_is_not_about_the_child() {
    assertThat(SHIPPED.find(STORAGE + "/blobServices", STORAGE + "/accessTier"))
        .isInstanceOf(AliasAnswer.Elsewhere.class);
  }

  @Test
  void mistyped_alias_is_nowhere_and_the_right_one_is_suggested() {
    String mistyped = STORAGE + "/supportsHttpTrafficOnly";

    assertThat(SHIPPED.find(STORAGE, mistyped)).isInstanceOf(AliasAnswer.Nowhere.class);
    assertThat(SHIPPED.similar(mistyped)).contains(STORAGE + "/supportsHttpsTrafficOnly");
    assertThat(SHIPPED.similar("Microsoft.Compute/imageOfer"))
        .contains("Microsoft.Compute/imageOffer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "''",
        "/",
        "//",
        "type",
        "a/b/c/d/e/f",
        "Microsoft.Storage/",
        "../../../pack/x",
        "İ/ı"
      })
  void anything_else_is_nowhere(String alias) {
    assertThat(SHIPPED.find(STORAGE, alias)).isInstanceOf(AliasAnswer.Nowhere.class);
    assertThat(SHIPPED.similar(alias)).isEmpty();
  }

  @Test
  void images_are_found_on_every_type_that_has_them() {
    String offer = "Microsoft.Compute/imageOffer";

    assertThat(path("Microsoft.Compute/virtualMachines", offer))
        .isEqualTo("properties.storageProfile.imageReference.offer");
    assertThat(path("Microsoft.Compute/virtualMachineScaleSets", offer))
        .isEqualTo("properties.virtualMachineProfile.storageProfile.imageReference.offer");
    assertThat(path("Microsoft.Compute/virtualMachines", "Microsoft.Compute/imageSKU"))
        .isEqualTo("properties.storageProfile.imageReference.sku");
    assertThat(SHIPPED.find(STORAGE, offer)).isInstanceOf(AliasAnswer.Elsewhere.class);
  }

  @Test
  void image_of_a_disk_is_taken_out_of_its_id() {
    Alias alias = here("Microsoft.Compute/disks", "Microsoft.Compute/imageOffer");
    AliasPattern pattern = requireNonNull(alias.standard().pattern());

    assertThat(alias.standard().text()).isEqualTo("properties.creationData.imageReference.id");
    assertThat(
            pattern.extract(
                "/subscriptions/1/providers/microsoft.compute/locations/west/publishers/Canonical"
                    + "/artifacttypes/vmimage/offers/UbuntuServer/skus/18/versions/latest"))
        .contains("UbuntuServer");
    assertThat(pattern.extract("/subscriptions/1/resourceGroups/x")).isEmpty();
  }

  @Test
  void alias_that_joins_a_child_type_with_a_dot_is_about_the_child() {
    String alias = "Microsoft.Network/virtualHubs/ipConfigurations.privateIPAddress";

    assertThat(path("Microsoft.Network/virtualHubs/ipConfigurations", alias))
        .isEqualTo("properties.privateIPAddress");
    assertThat(SHIPPED.find("Microsoft.Network/virtualHubs", alias))
        .isInstanceOf(AliasAnswer.Elsewhere.class);
    assertThat(
            path(
                "Microsoft.Sql/servers/jobAgents/jobs/executions",
                "Microsoft.Sql/servers/jobAgents/jobs.executions.jobVersion"))
        .isEqualTo("properties.jobVersion");
  }

  @Test
  void status_of_encryption_moved_between_api_versions() {
    String type = "Microsoft.Sql/servers/databases/transparentDataEncryption";
    Alias alias = here(type, "Microsoft.Sql/transparentDataEncryption.status");

    assertThat(alias.path("2014-04-01").text()).isEqualTo("properties.status");
    assertThat(alias.path("2021-11-01").text()).isEqualTo("properties.state");
    assertThat(alias.path(null).text()).isEqualTo("properties.status");
  }

  @Test
  void what_is_added_holds_for_its_type_only() {
    String offer = "Microsoft.Compute/imageOffer";
    AliasPath moved = AliasPath.of("properties.image.offer");
    AliasTable table =
        SHIPPED.with(
            List.of(
                new Alias(offer, "microsoft.compute/VIRTUALMACHINES", moved, List.of()),
                new Alias("Contoso.Erp/plants/size", "Contoso.Erp/plants", moved, List.of())));

    assertThat(table.find("Microsoft.Compute/virtualMachines", offer))
        .isInstanceOfSatisfying(
            AliasAnswer.Here.class, a -> assertThat(a.alias().standard()).isEqualTo(moved));
    assertThat(table.find("Microsoft.Compute/disks", offer)).isInstanceOf(AliasAnswer.Here.class);
    assertThat(table.find("contoso.erp/plants", "contoso.erp/plants/SIZE"))
        .isInstanceOf(AliasAnswer.Here.class);
    assertThat(table.similar("Contoso.Erp/plants/sise")).contains("Contoso.Erp/plants/size");
    assertThat(SHIPPED.named("Contoso.Erp/plants/size")).isEmpty();
  }

  @Test
  void empty_table_knows_nothing() {
    assertThat(AliasTable.empty().find(STORAGE, STORAGE + "/accessTier"))
        .isInstanceOf(AliasAnswer.Nowhere.class);
  }

  @Test
  void versioned_path_is_found_in_any_letter_case() {
    Alias alias =
        new Alias(
            "a/b/c",
            "a/b",
            AliasPath.of("properties.c"),
            List.of(new Alias.Versioned(AliasPath.of("sku.c"), Set.of("2018-03-01-preview"))));

    assertThat(alias.path("2018-03-01-Preview").text()).isEqualTo("sku.c");
    assertThat(alias.path("2018-03-01").text()).isEqualTo("properties.c");
  }

  @Test
  void segments_keep_elements_apart() {
    assertThat(AliasPath.of("properties.a[*][*].b").segments())
        .containsExactly("properties", "a", "[*]", "[*]", "b");
  }

  private static String path(String type, String alias) {
    return here(type, alias).standard().text();
  }

  private static Alias here(String type, String alias) {
    AliasAnswer answer = SHIPPED.find(type, alias);
    assertThat(answer).isInstanceOf(AliasAnswer.Here.class);
    return ((AliasAnswer.Here) answer).alias();
  }
}
