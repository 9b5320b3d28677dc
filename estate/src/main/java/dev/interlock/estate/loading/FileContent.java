package dev.interlock.estate.loading;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one file held; filled while it is read, by one thread. */
final class FileContent {

  final List<ReadDocument> documents = new ArrayList<>();
  final List<Diagnostic> diagnostics = new ArrayList<>();

  /** What else it held, as far as it has a kind. */
  final Set<String> foreign = new TreeSet<>();

  /** Documents without kind or apiVersion that were in it. */
  final List<Nameless> nameless = new ArrayList<>();

  /**
   * A document that does not say what it is.
   *
   * @param what it is, in words
   */
  record Nameless(SourceRef source, String what) {}

  /** A document of ours was in it, readable or not. */
  boolean ours;

  /** SHA-256 in hex; empty when the file could not be read. */
  String digest = "";
}
