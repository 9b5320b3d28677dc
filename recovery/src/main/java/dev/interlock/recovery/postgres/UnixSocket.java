package dev.interlock.recovery.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/**
 * A Unix-domain socket as the JDBC driver wants one. The JDK has such channels, but hands none out
 * as a socket. What a socket of TCP can be set to means nothing here, and is taken without effect.
 */
final class UnixSocket extends Socket {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final UnixDomainSocketAddress file;
  private final SocketChannel channel;

  UnixSocket(UnixDomainSocketAddress file) throws IOException {
    this.file = file;
    this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
  }

  /** Connects to its file, whatever host and port the driver names. A local one answers at once. */
  @Override
  public void connect(SocketAddress named, int timeoutMillis) throws IOException {
    channel.connect(file);
  }

  @Override
  public void connect(SocketAddress named) throws IOException {
    connect(named, 0);
  }

  @Override
  public InputStream getInputStream() {
    return Channels.newInputStream(channel);
  }

  @Override
  public OutputStream getOutputStream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  @Override
  public int getSendBufferSize() {
    return BUFFER_BYTES;
  }

  @Override
  public int getReceiveBufferSize() {
    return BUFFER_BYTES;
  }

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setSendBufferSize(int size) {}

  @Override
  public void setReceiveBufferSize(int size) {}

  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public void setSoLinger(boolean on, int seconds) {}

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}
}
