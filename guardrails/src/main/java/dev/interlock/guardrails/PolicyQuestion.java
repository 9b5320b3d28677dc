package dev.interlock.guardrails;

import dev.interlock.document.Document;
import java.time.Instant;
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
}
