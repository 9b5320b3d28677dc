package dev.interlock.guardrails.azurepolicy.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypesTest {

  private static final ResourceTypes SHIPPED = ResourceTypes.shipped();

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Network/routeTables, YES, true",
    "Microsoft.Network/routeTables/routes, NO, false",
    "microsoft.NETWORK/virtualnetworks, YES, true",
    "Microsoft.Network/virtualNetworks/subnets, NO, false",
    "Microsoft.Compute/virtualMachines/extensions, YES, true",
    "Microsoft.Compute/galleries/images, YES, true",
    "Microsoft.DBforPostgreSQL/flexibleServers, YES, true",
    "Microsoft.DBforPostgreSQL/flexibleServers/databases, NO, false",
    "Microsoft.Authorization/roleAssignments, NO, false",
    "Microsoft.Resources/subscriptions/resourceGroups, NO, false",
    "Microsoft.Resources/subscriptions, NO, false",
    "Microsoft.Resources/deployments, NO, false",
    "Contoso.Erp/plants, UNKNOWN, true",
    "Contoso.Erp/plants/lines, UNKNOWN, false",
    "'', UNKNOWN, false",
  })
  void tags_and_location_are_known_by_type(String type, TagSupport support, boolean indexed) {
    assertThat(SHIPPED.supportsTagsAndLocation(type)).isEqualTo(support);
    assertThat(SHIPPED.isIndexed(type)).isEqualTo(indexed);
  }

  @Test
  void what_is_added_holds() {
    ResourceTypes types =
        SHIPPED.with(Map.of("Contoso.Erp/plants", false, "Microsoft.Network/routeTables", false));

    assertThat(types.supportsTagsAndLocation("contoso.erp/PLANTS")).isEqualTo(TagSupport.NO);
    assertThat(types.supportsTagsAndLocation("Microsoft.Network/routeTables"))
        .isEqualTo(TagSupport.NO);
    assertThat(types.supportsTagsAndLocation("Microsoft.Network/virtualNetworks"))
        .isEqualTo(TagSupport.YES);
  }
}
