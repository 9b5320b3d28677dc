package dev.interlock.ledger.file;

import java.io.IOException;

/** The file under a ledger, as its writer needs it; a port so that tests can make disks fail. */
public interface LogFile extends AutoCloseable {

  /** How long the file is, in bytes. */
  long length() throws IOException;

  /** Writes all bytes at the end. */
  void append(byte[] bytes) throws IOException;

  /** Makes everything written so far durable. */
  void sync() throws IOException;

  /** Cuts the file to a length. */
  void truncate(long length) throws IOException;

  @Override
  void close() throws IOException;
}
