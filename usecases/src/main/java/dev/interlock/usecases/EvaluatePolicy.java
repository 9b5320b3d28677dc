package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.document.UnknownNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.AzurePolicy;
import dev.interlock.guardrails.PolicyAliases;
import dev.interlock.guardrails.PolicyAnswer;
import dev.interlock.guardrails.PolicyQuestion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates an Azure Policy definition, initiative or assignment on one resource. */
public final class EvaluatePolicy {

  /**
   * What to evaluate, as files.
   *
   * @param policies the definition; or an initiative or assignment with the definitions it names
   * @param related what an existence check may find; empty when nobody tells
   * @param complete whether what is not among the related resources does not exist
   * @param aliases what {@code az provider list} printed; null for the shipped table alone
   */
  public record Files(
      List<Path> policies,
      Path resource,
      @Nullable Path parameters,
      @Nullable Path context,
      List<Path> related,
      boolean complete,
      @Nullable Path aliases) {

    public Files {
      policies = List.copyOf(policies);
      related = List.copyOf(related);
    }
  }

  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * Evaluates.
   *
   * @param explain whether to draw the conditions of a single definition
   * @throws InputRejected when a file can't be read
   */
  public PolicyAnswer run(Files files, boolean explain, Instant now) {
    List<Document> policies = new ArrayList<>();
    files.policies().forEach(path -> policies.addAll(JsonFile.read(path, problems)));
    Document resource = restored(one(files.resource()));
    if (resource != null) {
      OneResource.check(resource).ifPresent(problems::add);
    }
    Document parameters = files.parameters() == null ? null : one(files.parameters());
    Document context = files.context() == null ? null : one(files.context());
    List<Document> related = new ArrayList<>();
    files.related().forEach(path -> related.addAll(JsonFile.read(path, problems)));
    PolicyAliases aliases =
        files.aliases() == null
            ? PolicyAliases.shipped()
            : PolicyAliases.shipped().with(files.aliases(), problems);
    if (resource == null || problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(problems);
    }
    boolean told = files.complete() || !related.isEmpty();
    PolicyAnswer answer =
        AzurePolicy.evaluate(
            new PolicyQuestion(
                policies, resource, parameters, context, told ? related : null, aliases, now),
            explain);
    return answer.with(problems);
  }

  /** What {@code expand} writes of a value that nobody knows is one again. */
  private static @Nullable Document restored(@Nullable Document written) {
    return written == null
        ? null
        : new Document(written.file(), UnknownNode.restored(written.root()));
  }

  private @Nullable Document one(Path path) {
    List<Document> documents = JsonFile.read(path, problems);
    return documents.isEmpty() ? null : documents.getFirst();
  }
}
