package org.ocppbridge.adapter.soap.out;

import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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

  /** What JSSE names the cipher suite of a session that is not there yet. */
  private static final String NO_SESSION = "SSL_NULL_WITH_NULL_NULL";

  private final InetSocketAddress destination;
  private volatile SslConnection connection;

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

  /**
   * Whether the handshake is over and the certificate was accepted. Undertow's handshake listener
   * stays silent with TLS 1.3, so the session is looked at.
   */
  boolean isEstablished() {
    SslConnection opened = connection;
    return opened != null && !NO_SESSION.equals(opened.getSslSession().getCipherSuite());
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
    return ssl -> {
      connection = ssl;
      opened.handleEvent(ssl);
    };
  }
}
