package org.ocppbridge.adapter.config;

import java.net.InetAddress;

/** Tells what only this machine, or its own cable, can reach. */
public final class Loopback {

  private Loopback() {}

  /** Whether a host of the settings stands for this machine alone; never asks the DNS. */
  public static boolean is(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
