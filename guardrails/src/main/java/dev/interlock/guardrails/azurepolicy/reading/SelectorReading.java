package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.model.ResourceSelector;
import dev.interlock.guardrails.azurepolicy.model.Selector;
import dev.interlock.guardrails.azurepolicy.model.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what narrows assignments and exemptions down, and ranges of versions. */
public final class SelectorReading {

  private SelectorReading() {}

  /** The {@code resourceSelectors}. */
  public static List<ResourceSelector> resourceSelectors(Fields body) {
    List<ResourceSelector> selectors = new ArrayList<>();
    for (Fields fields : body.objects("resourceSelectors", "resourceSelector")) {
      String name = Objects.requireNonNullElse(fields.text("name"), "");
      selectors.add(new ResourceSelector(name, selectors(fields), fields.source()));
      fields.tellUnknown("a resource selector", Set.of());
    }
    return selectors;
  }

  /** The {@code overrides}. */
  public static List<PolicyOverride> overrides(Fields body) {
    List<PolicyOverride> overrides = new ArrayList<>();
    for (Fields fields : body.objects("overrides", "override")) {
      overrides.add(override(fields));
      fields.tellUnknown("an override", Set.of());
    }
    return overrides;
  }

  private static PolicyOverride override(Fields fields) {
    PolicyOverride.Kind kind =
        fields.choice(
            PolicyOverride.Kind.POLICY_EFFECT,
            PolicyOverride.Kind.values(),
            PolicyOverride.Kind::word,
            "kind");
    if (fields.get("kind") == null) {
      fields.missing("kind", "say policyEffect or policyVersion");
    }
    String value = fields.needed("value");
    return new PolicyOverride(kind, value, selectors(fields), fields.source());
  }

  private static List<Selector> selectors(Fields around) {
    List<Selector> selectors = new ArrayList<>();
    for (Fields fields : around.objects("selectors", "selector")) {
      selectors.add(selector(fields));
      fields.tellUnknown("a selector", Set.of());
    }
    return selectors;
  }

  private static Selector selector(Fields fields) {
    Selector.Kind kind =
        fields.choice(
            Selector.Kind.RESOURCE_TYPE, Selector.Kind.values(), Selector.Kind::word, "kind");
    if (fields.get("kind") == null) {
      fields.missing("kind", "say one of " + String.join(", ", Selector.Kind.words()));
    }
    List<String> in = list(fields, "in");
    List<String> notIn = list(fields, "notIn");
    if ((in == null) == (notIn == null)) {
      fields
          .problems()
          .add(
              PolicyCode.POL013.error(
                  fields.source(),
                  in == null
                      ? "a selector needs in or notIn"
                      : "a selector has in or notIn, not both",
                  null));
    }
    return new Selector(kind, in, notIn, fields.source());
  }

  /** An empty list counts as absent: exports write both keys, one of them empty. */
  private static @Nullable List<String> list(Fields fields, String name) {
    List<String> texts = fields.texts(name);
    return texts.isEmpty() ? null : texts;
  }

  /** The range of versions under {@code definitionVersion}; null where there is none. */
  public static @Nullable VersionRange range(Fields fields) {
    String written = fields.text("definitionVersion");
    if (written == null || written.isBlank()) {
      return null;
    }
    VersionRange range = VersionRange.parse(written).orElse(null);
    if (range == null) {
      fields
          .problems()
          .add(
              PolicyCode.POL010.error(
                  fields.at("definitionVersion"),
                  "\"" + written + "\" is no range of versions",
                  "write 1.*.* or 1.2.*"));
    }
    return range;
  }
}
