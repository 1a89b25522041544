package org.ocppbridge.adapter.soap.out;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.ocppbridge.mappings.SoapVersion;

/**
 * CXF's clients, each made with the first command that needs it: together they would be a quarter
 * of the program's start, and most fleets need one or two of the six. Safe for use by many threads.
 */
final class CommandClients implements AutoCloseable {
  private final ChargerConduit conduit;
  private final Map<Kind, CommandClient> made = new ConcurrentHashMap<>();
  private Bus bus; // guarded by this; null until something is called

  private record Kind(SoapVersion version, boolean soap11) {}

  /**
   * @param conduit carries what all of them send
   */
  CommandClients(ChargerConduit conduit) {
    this.conduit = conduit;
  }

  /**
   * @param soap11 whether it is to speak SOAP 1.1
   */
  CommandClient of(SoapVersion version, boolean soap11) {
    Kind kind = new Kind(version, soap11);
    CommandClient client = made.get(kind);
    return client != null ? client : make(kind);
  }

  private synchronized CommandClient make(Kind kind) {
    if (bus == null) {
      bus = BusFactory.newInstance().createBus();
    }
    return made.computeIfAbsent(
        kind, wanted -> new CommandClient(bus, wanted.version(), wanted.soap11(), conduit));
  }

  @Override
  public synchronized void close() {
    made.values().forEach(CommandClient::close);
    if (bus != null) {
      bus.shutdown(true);
    }
  }
}
