package dev.interlock.recovery.postgres.physical;

import dev.interlock.evidence.Backup.Branch;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An archived log in a folder. */
record WalArchive(Path folder) {

  WalChain from(ServerCopy.Made backup) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    List<Branch> branches = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        sizes.put(file.getFileName().toString(), Files.size(file));
        if (Timelines.isHistory(file.getFileName().toString())) {
          branches.addAll(Timelines.read(file));
        }
      }
    }
    Timelines timelines = Timelines.of(branches, backup.first().bytes());
    return WalChain.follow(sizes, timelines, backup.first(), backup.last());
  }
}
