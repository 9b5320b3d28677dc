package dev.interlock.recovery.filestore;

import dev.interlock.recovery.store.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The content of a file, which ends only when it was the right one: with another size or SHA-1,
 * reading ends in {@link Mismatch} instead.
 */
final class CheckedContent extends BlockInputStream {

  private final AttachmentFile file;
  private final MessageDigest digest = Sha1.digest();
  private long bytes;
  private boolean checked;

  CheckedContent(InputStream in, AttachmentFile file) {
    super(in);
    this.file = file;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n < 0) {
      check();
      return n;
    }
    digest.update(buffer, offset, n);
    bytes += n;
    if (bytes > file.bytes()) {
      throw new Mismatch(FileProblem.size(file, bytes));
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 1 << 16)]));
  }

  private void check() throws Mismatch {
    if (checked) {
      return;
    }
    checked = true;
    if (bytes != file.bytes()) {
      throw new Mismatch(FileProblem.size(file, bytes));
    }
    String sha1 = HexFormat.of().formatHex(digest.digest());
    if (!sha1.equals(file.sha1())) {
      throw new Mismatch(FileProblem.content(file, sha1));
    }
  }

  /** The content is not the right one. */
  static final class Mismatch extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    Mismatch(FileProblem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    FileProblem problem() {
      return problem;
    }
  }
}
