package org.ocppbridge.adapter;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.adapter.soap.out.AddressGuard;
import org.ocppbridge.adapter.soap.out.SoapChargerLink;
import org.ocppbridge.adapter.soap.out.SoapOut;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** What calls chargers, with an I/O thread and buffers of its own. */
final class OutgoingSoap implements AutoCloseable {

  private final XnioWorker worker = worker();
  private final ChargerLink link;

  OutgoingSoap(SoapOut settings, AddressGuard guard) {
    ByteBufferPool buffers = new DefaultByteBufferPool(true, 16364, 256, 0);
    link = new SoapChargerLink(settings, worker, buffers, OutgoingSoap::defaultTls, guard);
  }

  ChargerLink link() {
    return link;
  }

  @Override
  public void close() {
    link.close();
    worker.shutdown();
  }

  private static XnioWorker worker() {
    try {
      return Xnio.getInstance()
          .createWorker(
              OptionMap.builder()
                  .set(Options.WORKER_IO_THREADS, 1)
                  .set(Options.WORKER_NAME, "call")
                  .set(Options.THREAD_DAEMON, true)
                  .getMap());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
