package org.ocppbridge.bench.server;

import io.undertow.Undertow;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Undertow alone: takes the request whole, and answers with the bytes of a StartTransaction. */
public final class BareServer {
  private static final byte[] ANSWER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">\
      <S:Header><a:Action>/StartTransactionResponse</a:Action><a:MessageID>urn:uuid:5fd1a4fb-55b3-4b3a-90a8-1c9c6d2f4b1e</a:MessageID>\
      <a:RelatesTo>urn:uuid:51d0c2a8-7c4f-4f64-9d55-0c4b6a5f7e11</a:RelatesTo></S:Header><S:Body>\
      <c:startTransactionResponse xmlns:c="urn://Ocpp/Cs/2015/10/"><c:transactionId>1</c:transactionId>\
      <c:idTagInfo><c:status>Accepted</c:status></c:idTagInfo></c:startTransactionResponse></S:Body></S:Envelope>
      """
          .getBytes(StandardCharsets.UTF_8);

  private BareServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args the port
   */
  public static void main(String[] args) {
    Undertow.builder()
        .addHttpListener(Integer.parseInt(args[0]), "127.0.0.1")
        .setByteBufferPool(new DefaultByteBufferPool(true, 16_364, 2_048, 0))
        .setHandler(exchange -> exchange.getRequestReceiver().receiveFullBytes(BareServer::answer))
        .build()
        .start();
    System.out.println("ready");
  }

  private static void answer(HttpServerExchange exchange, byte[] request) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/soap+xml");
    exchange.getResponseSender().send(ByteBuffer.wrap(ANSWER));
  }
}
