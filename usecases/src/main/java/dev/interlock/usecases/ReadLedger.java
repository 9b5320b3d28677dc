package dev.interlock.usecases;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the entries that the last checkpoint of a ledger covers. */
public final class ReadLedger {

  /**
   * One entry.
   *
   * @param index from 0
   * @param content its bytes
   * @param envelope what it is; null when it is no DSSE envelope
   * @param statement what is stated; null when it is no in-toto statement. Nobody has checked here
   *     who signed it
   */
  public record Entry(
      long index, Bytes content, @Nullable Envelope envelope, @Nullable Statement statement) {}

  /**
   * Which entries.
   *
   * @param file the ledger
   * @param keys files with public keys; one of them must have signed the last checkpoint
   * @param from index of the first entry, from 0
   * @param count how many at most
   */
  public record Request(Path file, List<Path> keys, long from, long count) {
    public Request {
      keys = List.copyOf(keys);
      if (from < 0 || count < 0) {
        throw new InputRejected(
            ActionCode.NO_ENTRY.code(),
            file.toString(),
            "entries are counted from 0 and none is negative",
            null);
      }
    }
  }

  /**
   * Reads, one entry at a time.
   *
   * @return the checkpoint that covers what was read
   * @throws InputRejected when the ledger does not hold or a file is something else
   * @throws dev.interlock.finding.Fault when a file cannot be read
   */
  public SignedCheckpoint run(Request request, Consumer<Entry> sink) {
    var keys = VerifyLedger.keys(request.keys());
    return LedgerFiles.reading(
        request.file(),
        file -> {
          try (LedgerView view = FileLedger.view(file, keys)) {
            long end = Math.min(view.size(), saturated(request.from(), request.count()));
            for (long index = request.from(); index < end; index++) {
              sink.accept(entry(index, view.read(index)));
            }
            return view.checkpoint();
          }
        });
  }

  private static long saturated(long from, long count) {
    return from > Long.MAX_VALUE - count ? Long.MAX_VALUE : from + count;
  }

  private static Entry entry(long index, Bytes content) {
    Envelope envelope = null;
    try {
      envelope = Envelope.parse(content.toArray());
      return new Entry(index, content, envelope, envelope.statement());
    } catch (LedgerException _) {
      return new Entry(index, content, envelope, null);
    }
  }
}
