package org.ocppbridge.adapter.soap.out;

import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.IoFuture;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.BoundChannel;
import org.xnio.ssl.SslConnection;

/**
 * TLS for one connection to one IP address that was checked before, with the host name for SNI and
 * for the check of the certificate. Without it the name would be resolved a second time, or the
 * certificate compared with the bare IP address.
 */
final class PinnedTls extends UndertowXnioSsl {

  private final InetSocketAddress destination;
  private final CompletableFuture<Void> handshake = new CompletableFuture<>();

  PinnedTls(
      ByteBufferPool buffers, SSLContext context, String host, InetAddress checked, int port) {
    super(Xnio.getInstance(), OptionMap.EMPTY, buffers, context);
    try {
      destination =
          new InetSocketAddress(InetAddress.getByAddress(host, checked.getAddress()), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "an address of " + checked.getAddress().length + " bytes", e);
    }
  }

  /** Completes when the handshake is over and the certificate was accepted. */
  CompletableFuture<Void> handshake() {
    return handshake;
  }

  @Override
  public IoFuture<SslConnection> openSslConnection(
      XnioIoThread thread,
      InetSocketAddress bind,
      InetSocketAddress ignored,
      ChannelListener<? super SslConnection> opened,
      ChannelListener<? super BoundChannel> bound,
      OptionMap options) {
    return super.openSslConnection(thread, bind, destination, watched(opened), bound, options);
  }

  @Override
  public IoFuture<SslConnection> openSslConnection(
      XnioWorker worker,
      InetSocketAddress bind,
      InetSocketAddress ignored,
      ChannelListener<? super SslConnection> opened,
      ChannelListener<? super BoundChannel> bound,
      OptionMap options) {
    return super.openSslConnection(worker, bind, destination, watched(opened), bound, options);
  }

  private ChannelListener<SslConnection> watched(ChannelListener<? super SslConnection> opened) {
    return connection -> {
      connection.getHandshakeSetter().set(done -> handshake.complete(null));
      opened.handleEvent(connection);
    };
  }
}
