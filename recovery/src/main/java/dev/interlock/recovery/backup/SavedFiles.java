package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Filestore;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.filestore.CopiedFiles;
import dev.interlock.recovery.filestore.CopyFilestore;
import dev.interlock.recovery.filestore.FileList;
import dev.interlock.recovery.filestore.FileProblem;
import dev.interlock.recovery.filestore.FileTotals;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a database speaks of at the moment of a snapshot, brought into a store. */
public final class SavedFiles {

  private final BackupStore store;
  private final RecoveryProgress progress;

  /** Saves into a store that seals. */
  public SavedFiles(BackupStore store, RecoveryProgress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * What was saved.
   *
   * @param list the part that lists them
   * @param fresh how many the store did not have before
   * @param problems what is wrong with files of the source, in words; empty when nothing is
   */
  public record Saved(Part list, Filestore filestore, long fresh, String problems) {}

  /** Lists them, and copies those that the store does not have. */
  public Saved save(TakeBackup.Request request, Snapshot snapshot) throws IOException {
    progress.begins("files");
    Part part = list(request, snapshot);
    FileList list = FileList.in(store, part.name());
    CopiedFiles copied =
        new CopyFilestore(
                store, CopyFilestore.THREADS, (done, all) -> progress.at(done.bytes(), all.bytes()))
            .copy(request.filestore(), list, request.immutableUntil());
    return new Saved(
        part,
        filestore(list.totals(), copied),
        copied.stored().files(),
        problems(copied, AttachmentFiles.misnamed(snapshot)));
  }

  private Part list(TakeBackup.Request request, Snapshot snapshot) throws IOException {
    String name = StoreLayout.part(request.environment(), request.name(), StoreLayout.FILE_LIST);
    try (InputStream list = new WrittenStream(out -> AttachmentFiles.list(snapshot, out))) {
      StoredObject stored = store.put(name, list, request.immutableUntil());
      return new Part(stored.name(), stored.bytes(), stored.digest());
    }
  }

  private static String problems(CopiedFiles copied, List<Long> misnamed) {
    Faults attachments = new Faults();
    misnamed.forEach(id -> attachments.add(String.valueOf(id)));
    String named =
        misnamed.isEmpty()
            ? ""
            : "attachments whose file has no name that Odoo gives: " + attachments;
    return Stream.of(copied.problems().text(), named)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Filestore filestore(FileTotals totals, CopiedFiles copied) {
    List<String> wrong =
        copied.problems().named().stream().map(FileProblem::name).distinct().toList();
    return new Filestore(totals.files(), totals.bytes(), StoreLayout.FILE_LIST, wrong);
  }
}
