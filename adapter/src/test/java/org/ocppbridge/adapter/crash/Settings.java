package org.ocppbridge.adapter.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of a bridge that is in a hurry: chargers J16-… go to 1.6J, J201-… to 2.0.1. */
final class Settings {
  static final String ADMIN_TOKEN = "0123456789abcdef";

  private static final String TEXT =
      """
      soap: {host: 127.0.0.1, port: SOAP}
      admin: {port: 0, token: 0123456789abcdef}
      autoRegister: true
      wait: {start: 1s, stop: 1s, boot: 2s, authorize: 1s, heartbeat: 1s}
      retry: {attempts: 5, interval: 100ms, drain: 5s}
      targets:
        old:
          url: CSMS
          protocol: ocpp1.6
          callTimeout: 3s
          reconnect: {waitMinimum: 100ms, randomRange: 100ms, repeatTimes: 1}
        new:
          url: CSMS
          protocol: ocpp2.0.1
          callTimeout: 3s
          reconnect: {waitMinimum: 100ms, randomRange: 100ms, repeatTimes: 1}
      routes:
        - {chargers: "J16-*", target: old}
        - {chargers: "J201-*", target: new}
      """;

  private Settings() {}

  static Path write(Path folder, MoodyCsms csms, InetSocketAddress soap) {
    try {
      return Files.writeString(
          folder.resolve("bridge.yaml"),
          TEXT.replace("CSMS", csms.url()).replace("SOAP", Integer.toString(soap.getPort())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InetSocketAddress freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
