package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.DefinitionVersion;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object as it was found.
 *
 * @param outer what is around {@code properties}; the object itself where there are none
 * @param body its own keys
 * @param fallback its name where none is written
 */
public record Item(Fields outer, Fields body, Layout layout, String fallback) {

  /** Keys that the service and the tools add, and that say nothing about judging. */
  private static final Set<String> ADDED =
      Set.of(
          "type",
          "resourceType",
          "resourceName",
          "name",
          "id",
          "resourceId",
          "systemData",
          "systemDataCreatedAt",
          "systemDataCreatedBy",
          "systemDataCreatedByType",
          "systemDataLastModifiedAt",
          "systemDataLastModifiedBy",
          "systemDataLastModifiedByType",
          "resourceGroup",
          "resourceGroupName",
          "subscriptionId",
          "apiVersion",
          "location",
          "identity",
          "identityType",
          "identityPrincipalId",
          "identityTenantId",
          "identityUserAssignedIdentity",
          "dependsOn",
          "condition",
          "comments",
          "copy",
          "scope",
          "sku",
          "etag",
          "properties",
          "description",
          "displayName",
          "metadata",
          "policyType",
          "version",
          "versions",
          "tenantId",
          "policyDefinitionId",
          "policySetDefinitionId",
          "policyAssignmentId",
          "policyExemptionId",
          "instanceId",
          "latestDefinitionVersion",
          "effectiveDefinitionVersion",
          "definitionVersion",
          "selfServeExemptionSettings",
          "assignmentType",
          "externalEvaluationEnforcementSettings");

  public static Item of(
      MappingNode node, String file, Problems problems, Layout layout, String name) {
    Fields outer = new Fields(node, file, problems);
    MappingNode body = body(node);
    Fields inner = body.equals(node) ? outer : new Fields(body, file, problems);
    return new Item(outer, inner, layout, name);
  }

  /** What the object's own keys are in. */
  public static MappingNode body(MappingNode node) {
    return Fields.peek(node, "properties") instanceof MappingNode properties ? properties : node;
  }

  /** The id as written, without a version at its end; null when none is. */
  public @Nullable String id(String own) {
    String written = outer.equals(body) ? outer.text("id", "resourceId") : wrapped(own);
    if (written == null || !written.contains("/")) {
      return null;
    }
    int version = written.toLowerCase(Locale.ROOT).lastIndexOf("/versions/");
    return version < 0 ? written : written.substring(0, version);
  }

  /** Older exports name the id after the type of the object. */
  private @Nullable String wrapped(String own) {
    return outer.text("id", "resourceId", own);
  }

  /** The name: from the id, or as written, or after the file. */
  public String name(@Nullable String id) {
    String written = outer.text("name");
    if (id != null) {
      return PolicyIds.name(id);
    }
    return written == null || written.isBlank() ? fallback : PolicyIds.name(written);
  }

  /** The version of the definition or initiative; null where it has none. */
  public @Nullable DefinitionVersion version() {
    String written = body.text("version");
    if (written == null || written.isBlank()) {
      return isMicrosofts() ? fromMetadata() : null;
    }
    DefinitionVersion version = DefinitionVersion.parse(written).orElse(null);
    if (version == null) {
      problems()
          .add(
              PolicyCode.POL010.warning(
                  body.at("version"),
                  "\"" + written + "\" is no version; references to versions do not find it",
                  "write three numbers, such as 1.0.0"));
    }
    return version;
  }

  /** Microsoft numbers its own in their metadata, where others write what they like. */
  private boolean isMicrosofts() {
    String type = body.get("policyType") instanceof ScalarNode written ? written.text() : "";
    // Old exports write the type as a number.
    return type.equalsIgnoreCase("BuiltIn") || type.equalsIgnoreCase("Static") || type.equals("1");
  }

  /** Metadata is free: what is no version there is none. */
  private @Nullable DefinitionVersion fromMetadata() {
    Fields metadata =
        body.get("metadata") instanceof MappingNode node
            ? new Fields(node, body.file(), problems())
            : null;
    String written =
        metadata != null && metadata.get("version") instanceof ScalarNode s ? s.text() : "";
    return DefinitionVersion.parse(written).orElse(null);
  }

  /** The text, or null for an empty one. */
  public static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  public SourceRef source() {
    return outer.source();
  }

  public Problems problems() {
    return outer.problems();
  }

  public void tellUnknown(String what) {
    outer.tellUnknown(what, ADDED);
    if (!outer.equals(body)) {
      body.tellUnknown(what, ADDED);
    }
  }
}
