package org.ocppbridge.adapter;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name others may reach this machine by, where the settings say nothing. */
final class LocalHost {
  private LocalHost() {}

  /** The listening address if it is a certain one, else the machine's own. */
  static String name(String listening) {
    if (!listening.equals("0.0.0.0") && !listening.equals("::")) {
      return listening;
    }
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
