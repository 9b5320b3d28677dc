package dev.interlock.usecases;

import java.util.function.LongConsumer;

/** Counts what is done and passes the count on. */
final class Counted {

  private final LongConsumer progress;
  private long done;

  Counted(LongConsumer progress) {
    this.progress = progress;
  }

  /** One more is done. */
  void one() {
    progress.accept(++done);
  }
}
