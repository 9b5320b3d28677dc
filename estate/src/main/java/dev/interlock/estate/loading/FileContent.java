package dev.interlock.estate.loading;

import dev.interlock.estate.Entry;
import dev.interlock.estate.checks.Declared;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one file held; filled while it is read, by one thread. */
final class FileContent {

  final List<Entry<?>> entries = new ArrayList<>();
  final List<Declared> declared = new ArrayList<>();
  final List<Diagnostic> diagnostics = new ArrayList<>();

  /** What else it held, as far as it has a kind. */
  final Set<String> foreign = new TreeSet<>();

  /** A document without kind or apiVersion was in it. */
  boolean nameless;

  /** A document of ours was in it, readable or not. */
  boolean ours;

  /** SHA-256 in hex; empty when the file could not be read. */
  String digest = "";
}
