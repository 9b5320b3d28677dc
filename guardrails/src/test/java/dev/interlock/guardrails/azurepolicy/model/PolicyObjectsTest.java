package dev.interlock.guardrails.azurepolicy.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How ids find their objects. */
class PolicyObjectsTest {

  private static final String BUILT_IN =
      "/providers/Microsoft.Authorization/policyDefinitions/1e30110a-5ceb-460c-a204-c1c3969c6d62";
  private static final String GROUP = "/providers/Microsoft.Management/managementGroups/";
  private static final String OWN =
      "/providers/Microsoft.Authorization/policyDefinitions/Deny-Http";

  @Test
  void idsAreTheSameInAnyLetterCase() {
    PolicyObjects objects = of(definition(BUILT_IN, null));

    assertThat(objects.definition(BUILT_IN.toUpperCase(Locale.ROOT) + "/", null)).isNotNull();
    assertThat(objects.definition(BUILT_IN + "0", null)).isNull();
  }

  @Test
  void theNewestVersionOfARangeIsTaken() {
    PolicyObjects objects =
        of(
            definition(BUILT_IN, "1.2.0"),
            definition(BUILT_IN, "2.0.0"),
            definition(BUILT_IN, "1.10.0"),
            definition(BUILT_IN, "1.1.0"));

    assertThat(version(objects, null)).isEqualTo("2.0.0");
    assertThat(version(objects, "1.*.*")).isEqualTo("1.10.0");
    assertThat(version(objects, "1.2.*")).isEqualTo("1.2.0");
    assertThat(objects.definition(BUILT_IN, VersionRange.parse("3.*.*").orElseThrow())).isNull();
  }

  @Test
  void aPreviewIsTakenOnlyWhereItIsAskedForOrNothingElseIsThere() {
    PolicyObjects objects =
        of(definition(BUILT_IN, "1.2.0"), definition(BUILT_IN, "2.0.0-preview"));

    assertThat(version(objects, null)).isEqualTo("1.2.0");
    assertThat(version(objects, "2.*.*-preview")).isEqualTo("2.0.0-preview");
    assertThat(version(of(definition(BUILT_IN, "2.0.0-preview")), null)).isEqualTo("2.0.0-preview");
  }

  @Test
  void whatWasNeverNumberedFitsEveryRange() {
    assertThat(
            of(definition(BUILT_IN, null))
                .definition(BUILT_IN, VersionRange.parse("7.*.*").orElseThrow()))
        .isNotNull();
  }

  @Test
  void aPlaceholderIsMatchedByTheLastSegment() {
    PolicyObjects objects = of(definition(GROUP + "contoso" + OWN, null));

    assertThat(objects.definition(GROUP + "placeholder" + OWN, null)).isNotNull();
    assertThat(objects.definition(GROUP + "${root_id}" + OWN, null)).isNotNull();
    assertThat(objects.definition(OWN, null)).isNotNull();
    assertThat(objects.definition("deny-http", null)).isNotNull();
    assertThat(objects.definition(GROUP + "placeholder" + OWN + "s", null)).isNull();
  }

  @Test
  void aDefinitionWithoutScopeIsFoundFromEveryScope() {
    assertThat(of(definition(OWN, null)).definition(GROUP + "contoso" + OWN, null)).isNotNull();
  }

  @Test
  void anotherScopeIsAnotherDefinition() {
    assertThat(of(definition(GROUP + "a" + OWN, null)).definition(GROUP + "b" + OWN, null))
        .isNull();
  }

  @Test
  void whatCouldBeTwoIsNeither() {
    PolicyObjects objects =
        of(definition(GROUP + "a" + OWN, null), definition(GROUP + "b" + OWN, null));

    assertThat(objects.definition(GROUP + "placeholder" + OWN, null)).isNull();
    assertThat(objects.definition(GROUP + "b" + OWN, null)).isNotNull();
  }

  @Test
  void idsHaveAScopeAndAName() {
    String id = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/s";
    String exemption = PolicyIds.of(id, "policyExemptions", "old-app");

    assertThat(PolicyIds.scope(exemption)).isEqualTo(id);
    assertThat(PolicyIds.name(exemption)).isEqualTo("old-app");
    assertThat(PolicyIds.scope(OWN)).isEmpty();
    assertThat(PolicyIds.isInitiative("/x/policySetDefinitions/y")).isTrue();
    assertThat(PolicyIds.isInitiative(OWN)).isFalse();
  }

  private static String version(PolicyObjects objects, @Nullable String range) {
    PolicyDefinition found =
        objects.definition(
            BUILT_IN, range == null ? null : VersionRange.parse(range).orElseThrow());
    return Objects.requireNonNull(Objects.requireNonNull(found).version()).toString();
  }

  private static PolicyObjects of(PolicyDefinition... definitions) {
    return new PolicyObjects(Stream.of(definitions).toList(), List.of(), List.of(), List.of());
  }

  private static PolicyDefinition definition(String id, @Nullable String version) {
    return new PolicyDefinition(
        id,
        PolicyIds.name(id),
        null,
        PolicyMode.ALL,
        version == null ? null : DefinitionVersion.parse(version).orElseThrow(),
        ObjectValue.EMPTY,
        ByName.none(),
        new MappingNode(List.of(), 1, 1),
        SourceRef.file("policy.json"));
  }
}
