package org.ocppbridge.bench.lab;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM on this machine says of itself. */
final class Jvm implements Closeable {
  private final JMXConnector connector;

  /** Attaches to a process that we started. */
  @SuppressWarnings("BanJNDI") // the URL is the one that the process itself gave us
  Jvm(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      machine.detach();
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  long allocatedBytes() throws IOException {
    return bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class)
        .getTotalThreadAllocatedBytes();
  }

  long heapBytes() throws IOException {
    MemoryMXBean memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private <T> T bean(String name, Class<T> type) throws IOException {
    try {
      return JMX.newMXBeanProxy(connector.getMBeanServerConnection(), new ObjectName(name), type);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
