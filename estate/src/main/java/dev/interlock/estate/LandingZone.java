package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where workloads may live in Azure: management groups, subscriptions, regions, tags. */
@Doc("Where workloads may live in Azure: management groups, subscriptions, regions, tags.")
public record LandingZone(
    @Doc("The management-group tree; exactly one has no parent.")
        List<ManagementGroup> managementGroups,
    @Doc("Subscriptions and the tiers they hold.") List<Subscription> subscriptions,
    @Doc(value = "Azure regions that may be used.", example = "[westeurope, northeurope]")
        List<String> allowedRegions,
    @Doc("Tags that every resource must carry.") List<RequiredTag> requiredTags)
    implements Spec {

  /** One management group. */
  @Doc("One management group.")
  public record ManagementGroup(
      @Doc("Its id in Azure.") String name,
      @Doc("Name as people know it.") @Nullable String displayName,
      @Doc("The group above it; none for the root.") @Nullable String parent) {}

  /** One subscription. */
  @Doc("One subscription.")
  public record Subscription(
      @Doc("Name as people know it.") String name,
      @Doc(value = "Subscription id, a GUID.", example = "00000000-0000-0000-0000-000000000000")
          @Nullable String id,
      @Doc("The management group it belongs to.") @Nullable String managementGroup,
      @Doc("What it may hold.") List<Tier> tiers) {

    /** True when the words are its name, or its id in any letter case. */
    public boolean isCalled(String nameOrId) {
      return name.equals(nameOrId) || nameOrId.equalsIgnoreCase(id);
    }
  }

  /** One required tag. */
  @Doc("One required tag.")
  public record RequiredTag(
      @Doc("Name of the tag.") String name,
      @Doc("The values it may have; any when empty.") List<String> allowedValues) {}
}
