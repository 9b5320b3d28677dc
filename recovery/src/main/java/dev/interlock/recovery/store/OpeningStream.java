package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** What is read from it is content that was sealed, or a fault that says what is wrong with it. */
final class OpeningStream extends BlockInputStream {

  private final String place;
  private final String name;
  private final Watched lying;

  private OpeningStream(String place, String name, Watched lying, InputStream open) {
    super(open);
    this.place = place;
    this.name = name;
    this.lying = lying;
  }

  /** Begins; the head tells at once when the key is another one. */
  static InputStream of(String place, String name, InputStream lying, SealedForm form) {
    Watched watched = new Watched(lying);
    try {
      byte[] head = watched.readNBytes(SealedForm.HEAD);
      if (!SealedForm.isSealed(head)) {
        throw StoreFaults.damaged(place, name, "it is not sealed, or its beginning is gone");
      }
      if (!form.isOurs(head)) {
        throw otherKey(place, name);
      }
      byte[] bound = SealedForm.bound(name, head);
      return new OpeningStream(
          place, name, watched, form.cipher(head).newDecryptingStream(watched, bound));
    } catch (IOException e) {
      throw StoreFaults.store(place, "read " + name, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not to be had", e);
    }
  }

  private static Fault otherKey(String place, String name) {
    return new Fault(
        RecoveryCode.WRONG_KEY.code(),
        place
            + ": "
            + name
            + " was sealed with another key; the manifest of the backup names its fingerprint");
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      if (lying.failure != null) {
        throw StoreFaults.store(place, "read " + name, lying.failure);
      }
      throw StoreFaults.damaged(place, name, "it was changed, cut off or swapped after sealing");
    }
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 1 << 16)]));
  }

  /** Remembers that reading failed: the cipher reports that like damage. */
  private static final class Watched extends BlockInputStream {

    private @Nullable IOException failure;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
