package dev.interlock.guardrails;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.finding.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation of Azure Policy is asked.
 *
 * @param policies the definition; or an initiative or assignment with the definitions it names
 * @param resource to evaluate
 * @param parameters their values by name, plain or under {@code value}; null for none
 * @param context {@code subscription}, {@code resourceGroup}, {@code requestContext}, {@code
 *     policy}, {@code utcNow}; null for none
 * @param related what an existence check may find; null when nobody tells
 * @param aliases what names of fields mean
 * @param now what {@code utcNow()} gives where the context does not say
 */
public record PolicyQuestion(
    List<Document> policies,
    Document resource,
    @Nullable Document parameters,
    @Nullable Document context,
    @Nullable List<Document> related,
    PolicyAliases aliases,
    Instant now) {

  public PolicyQuestion {
    policies = List.copyOf(policies);
    related = related == null ? null : List.copyOf(related);
  }

  /**
   * The simplest question: one definition, or a bare rule, on one resource, with the shipped
   * aliases.
   *
   * @param definition JSON
   * @param resource JSON
   * @throws IllegalArgumentException when one of both can't be read
   */
  public static PolicyQuestion of(String definition, String resource, Instant now) {
    return new PolicyQuestion(
        List.of(read(definition, "definition")),
        read(resource, "resource"),
        null,
        null,
        null,
        PolicyAliases.shipped(),
        now);
  }

  private static Document read(String json, String name) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> wrong =
        DocumentReader.with(ReadOptions.policies()).read(json, name, documents::add);
    if (documents.size() != 1) {
      throw new IllegalArgumentException(
          wrong.isEmpty() ? "the " + name + " is empty" : wrong.getFirst().render());
    }
    return documents.getFirst();
  }
}
