package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Exemption.Category;
import dev.interlock.guardrails.azurepolicy.model.Exemption.ScopeValidation;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads exemptions. */
public final class ExemptionReading {

  private static final String TYPE = "policyExemptions";

  private ExemptionReading() {}

  /** An exemption; null when it cannot be used, which is told. */
  public static @Nullable Exemption read(Item item) {
    String id = item.id("policyExemptionId");
    return read(item, id, id == null ? scope(item) : PolicyIds.scope(id));
  }

  /** An exemption for a scope that is known otherwise. */
  public static @Nullable Exemption read(Item item, @Nullable String id, String scope) {
    int before = item.problems().errors();
    Fields body = item.body();
    String name = item.name(id);
    if (body.get("exemptionCategory") == null) {
      body.missing("exemptionCategory", "say Waiver or Mitigated");
    }
    Exemption exemption =
        new Exemption(
            id == null ? PolicyIds.of(scope, TYPE, name) : id,
            name,
            body.text("displayName"),
            scope,
            body.needed("policyAssignmentId"),
            body.texts("policyDefinitionReferenceIds", "policyDefinitionReferenceId"),
            body.choice(Category.WAIVER, Category.values(), Category::word, "exemptionCategory"),
            expiresOn(body),
            SelectorReading.resourceSelectors(body),
            body.choice(
                ScopeValidation.DEFAULT,
                ScopeValidation.values(),
                ScopeValidation::word,
                "assignmentScopeValidation"),
            body.text("description"),
            item.source());
    checkScope(item, scope);
    item.tellUnknown("an exemption");
    return item.problems().errors() == before ? exemption : null;
  }

  private static String scope(Item item) {
    String written = item.body().text("scope");
    if (written == null && !item.outer().equals(item.body())) {
      written = item.outer().text("scope");
    }
    return written == null ? "" : written;
  }

  private static void checkScope(Item item, String scope) {
    if (scope.isEmpty()) {
      item.problems()
          .add(
              PolicyCode.POL016.warning(
                  item.source(),
                  "the exemption does not say what is exempt, so it exempts nothing",
                  "add its id, which begins with the scope"));
    }
  }

  private static @Nullable Instant expiresOn(Fields body) {
    String written = body.text("expiresOn");
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return instant(written.strip());
    } catch (DateTimeException _) {
      body.problems()
          .add(
              PolicyCode.POL011.error(
                  body.at("expiresOn"),
                  "\"" + written + "\" is no instant",
                  "write it as 2026-12-31T23:59:00Z"));
      return null;
    }
  }

  /** Microsoft's format is in UTC; a date is its beginning there, and a time without zone, too. */
  private static Instant instant(String written) {
    if (written.length() == "2026-12-31".length()) {
      return LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String spaced = written.replace(' ', 'T');
    boolean zoned = spaced.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)");
    return OffsetDateTime.parse(zoned ? spaced : spaced + "Z").toInstant();
  }
}
