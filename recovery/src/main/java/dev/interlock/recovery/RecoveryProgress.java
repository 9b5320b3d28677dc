package dev.interlock.recovery;

/** Is told how far a backup or a drill is; called from several threads, must be quick. */
public interface RecoveryProgress {

  /** Tells nobody. */
  RecoveryProgress NONE =
      new RecoveryProgress() {
        @Override
        public void begins(String stage) {}

        @Override
        public void at(long done, long all) {}
      };

  /** A stage begins, such as {@code restore}. */
  void begins(String stage);

  /** So much of all is done in the present stage; all is 0 when nobody knows. */
  void at(long done, long all);
}
