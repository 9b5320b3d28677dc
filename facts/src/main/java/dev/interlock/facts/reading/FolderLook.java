package dev.interlock.facts.reading;

import dev.interlock.facts.FoundFiles;
import dev.interlock.facts.FoundFiles.FoundFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Visits a directory as a {@link Session} does, and reads nothing. */
public final class FolderLook {

  private final String prefix;
  private final String name;
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Diagnostic> unread = new ArrayList<>();
  private long others;

  /** A look at a directory that diagnostics call by this name. */
  public FolderLook(String name) {
    this.name = name;
    this.prefix = Walk.prefix(name);
  }

  /** Looks. */
  public FoundFiles at(Path directory) {
    new Walk(unread::add).files(directory, name, this::found);
    return new FoundFiles(files, others, unread);
  }

  private void found(Path file, String called) {
    String path = called.substring(prefix.length());
    try {
      if (Candidate.isPackedData(file)) {
        files.add(new FoundFile(path, file, true));
      } else if (Candidate.mayHoldFacts(file)) {
        files.add(new FoundFile(path, file, false));
      } else {
        others++;
      }
    } catch (IOException _) {
      unread.add(Problem.unreadable(SourceRef.file(called)));
    }
  }
}
