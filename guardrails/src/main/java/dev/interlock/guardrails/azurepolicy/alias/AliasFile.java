package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.Limits;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.Pieces;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what {@code az provider list --expand resourceTypes/aliases} or {@code az provider show}
 * prints: resource providers with their types and aliases, one in memory at a time.
 */
public final class AliasFile {

  /** One provider can be tens of millions of characters: each alias lists all API versions. */
  private static final Limits LIMITS = new Limits(2L << 30, 256 << 20, 64, 1000);

  private AliasFile() {}

  /**
   * What a file holds.
   *
   * @param aliases in written order, without those that can't be used
   * @param tagSupport for the types whose capabilities are listed, whether these are both tags and
   *     location
   * @param diagnostics what is wrong with the file
   */
  public record Loaded(
      List<Alias> aliases, Map<String, Boolean> tagSupport, List<Diagnostic> diagnostics) {

    /** Makes the collections its own. */
    public Loaded {
      aliases = List.copyOf(aliases);
      tagSupport = Map.copyOf(tagSupport);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Reads a file.
   *
   * @param name how diagnostics call it
   */
  public static Loaded read(Path file, String name) {
    AliasComplaints complaints = new AliasComplaints(name);
    ProviderReader providers = new ProviderReader(complaints);
    ReadOptions options = new ReadOptions(ReadOptions.Dialect.YAML_1_2, LIMITS);
    List<Diagnostic> wrong =
        DocumentReader.with(options)
            .read(file, name, Set.of("", "value"), new Providers(providers, complaints));
    List<Diagnostic> all = new ArrayList<>(wrong);
    all.addAll(complaints.all());
    if (all.stream().noneMatch(Diagnostic::isError) && providers.aliases().isEmpty()) {
      all.add(AliasCode.POL106.error(SourceRef.file(name), "no alias is declared in it"));
    }
    return new Loaded(providers.aliases(), providers.tagSupport(), all);
  }

  /** Hands over providers, whether they come in a list, under {@code value}, or alone. */
  private record Providers(ProviderReader reader, AliasComplaints complaints) implements Pieces {

    @Override
    public void document(Document whole) {
      provider(whole.root());
    }

    @Override
    public void element(Document element, MappingNode envelope) {
      provider(element.root());
    }

    @Override
    public void end(Document envelope) {
      // What stands around the list says nothing about aliases.
    }

    private void provider(Node root) {
      if (root instanceof MappingNode provider
          && provider.text("namespace") != null
          && provider.get("resourceTypes") instanceof SequenceNode) {
        reader.read(provider);
      } else {
        complaints.error(
            AliasCode.POL100,
            root,
            "expected a resource provider with namespace and resourceTypes, not "
                + root.describe());
      }
    }
  }
}
