package dev.interlock.facts.discovery;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Pieces;
import dev.interlock.facts.Discovered;
import dev.interlock.facts.azure.AzureAccounts;
import dev.interlock.facts.compose.ComposeFile;
import dev.interlock.facts.reading.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the pieces of one file: accounts and compose files are told, the rest is read as facts.
 *
 * @param facts takes what is no account and no compose file
 * @param others takes those
 */
record DiscoveredPieces(FileFacts facts, Consumer<Discovered> others) implements Pieces {

  @Override
  public boolean leavesOut(String key) {
    return facts.leavesOut(key);
  }

  @Override
  public void document(Document whole) {
    if (!tells(whole)) {
      facts.document(whole);
    }
  }

  @Override
  public void element(Document element, MappingNode envelope) {
    if (!tells(element)) {
      facts.element(element, envelope);
    }
  }

  @Override
  public void end(Document envelope) {
    facts.end(envelope);
  }

  private boolean tells(Document document) {
    if (!(document.root() instanceof MappingNode body)) {
      return false;
    }
    List<Discovered> found = new ArrayList<>(AzureAccounts.in(body, document.file()));
    found.addAll(ComposeFile.services(body, document.file()));
    found.forEach(others);
    return !found.isEmpty();
  }
}
