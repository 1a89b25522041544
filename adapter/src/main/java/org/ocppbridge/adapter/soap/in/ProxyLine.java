package org.ocppbridge.adapter.soap.in;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.ConnectorStatistics;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.util.function.UnaryOperator;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** Takes a connection over after the line of the PROXY protocol, which Undertow has read. */
record ProxyLine(HttpOpenListener http, UnaryOperator<StreamConnection> guard)
    implements OpenListener {

  @Override
  public void handleEvent(StreamConnection connection) {
    http.handleEvent(guard.apply(connection));
  }

  @Override
  public HttpHandler getRootHandler() {
    return http.getRootHandler();
  }

  @Override
  public void setRootHandler(HttpHandler handler) {
    http.setRootHandler(handler);
  }

  @Override
  public OptionMap getUndertowOptions() {
    return http.getUndertowOptions();
  }

  @Override
  public void setUndertowOptions(OptionMap options) {
    http.setUndertowOptions(options);
  }

  @Override
  public ByteBufferPool getBufferPool() {
    return http.getBufferPool();
  }

  @Override
  public ConnectorStatistics getConnectorStatistics() {
    return http.getConnectorStatistics();
  }

  @Override
  public void closeConnections() {
    http.closeConnections();
  }
}
