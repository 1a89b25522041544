package org.ocppbridge.adapter.demo;

import java.net.URI;
import org.ocppbridge.mappings.Target;

/** A running bridge that the demo plays through: it lets every charger in and has one CSMS. */
public interface BridgeUnderDemo extends AutoCloseable {

  /** Starts a bridge on free ports of loopback. */
  interface Factory {

    /**
     * Starts one.
     *
     * @param csms address of the CSMS, to which the identity is appended
     * @param protocol what the CSMS speaks
     * @return a bridge that serves already
     * @throws Exception if it cannot be started, with the reason for people
     */
    BridgeUnderDemo start(URI csms, Target protocol) throws Exception;
  }

  /** Where chargers post SOAP. */
  URI soapUrl();

  /** Where a browser finds the console. */
  URI console();

  /** What the console asks for. */
  String consoleToken();

  @Override
  void close();
}
