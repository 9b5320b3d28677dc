package dev.interlock.recovery.blobstore;

/** Who refuses to remove what is immutable. */
public enum Immutability {
  /** Interlock, which notes it at the blob. For accounts without policies for single blobs. */
  NOTED,
  /**
   * Azure too, by a locked policy on each blob, whoever asks. The container must have immutability
   * for versions; nobody can shorten the time, not even the owner of the subscription.
   */
  LOCKED
}
