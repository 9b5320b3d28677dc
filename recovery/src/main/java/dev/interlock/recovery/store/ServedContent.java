package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** The content of an object of a service; that it breaks off while it is read is a fault. */
public final class ServedContent extends BlockInputStream {

  private final Function<Exception, Fault> failed;

  /**
   * Content that a service sends.
   *
   * @param failed what it means that the network or the library throws something
   */
  public ServedContent(InputStream in, Function<Exception, Fault> failed) {
    super(in);
    this.failed = failed;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return super.read(buffer, offset, length);
    } catch (RuntimeException | IOException e) {
      throw failed.apply(e);
    }
  }
}
