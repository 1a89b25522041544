package org.ocppbridge.adapter.attack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What goes over the wire, byte by byte. */
final class Envelopes {

  private static final int TIMEOUT_MILLIS = 30_000;

  private Envelopes() {}

  static String heartbeat(String id) {
    return envelope(id, "", "<heartbeatRequest/>");
  }

  static String boot(String id, String model) {
    return boot(id, model, "");
  }

  static String boot(String id, String model, String headers) {
    return envelope(
        id,
        headers,
        "<bootNotificationRequest><chargePointVendor>ACME</chargePointVendor><chargePointModel>"
            + model
            + "</chargePointModel></bootNotificationRequest>");
  }

  static String envelope(String id, String headers, String body) {
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
         xmlns:a="http://www.w3.org/2005/08/addressing" xmlns="urn://Ocpp/Cs/2015/10/"><s:Header>
        <chargeBoxIdentity>%s</chargeBoxIdentity>%s</s:Header><s:Body>%s</s:Body></s:Envelope>
        """
        .formatted(id, headers, body);
  }

  static byte[] post(String envelope, String... headers) {
    return post(envelope.getBytes(StandardCharsets.UTF_8), headers);
  }

  static byte[] post(byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("POST /ocpp HTTP/1.1\r\nHost: b\r\n");
    head.append("Content-Type: application/soap+xml; charset=utf-8\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[first.length + body.length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(body, 0, whole, first.length, body.length);
    return whole;
  }

  /** The HTTP status; 0 if the connection was closed without an answer. */
  static int status(InetSocketAddress server, String envelope) {
    try (Socket socket = new Socket()) {
      socket.connect(server, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return status(answer(socket, post(envelope)));
    } catch (IOException e) {
      return 0;
    }
  }

  static int status(String answer) {
    return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ")[1]);
  }

  /** Sends all, and reads until the other side closes. */
  static String answer(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
