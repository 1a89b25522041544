package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.soap.ContentCoding;

class TransactionMessagesTest {

  private static byte[] envelope(String payload) {
    return "<?xml version='1.0'?><S:Envelope xmlns:S='urn:s'><S:Body>%s</S:Body></S:Envelope>"
        .formatted(payload)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void transactionMessagesAreTold() {
    assertThat(TransactionMessages.mayBe(envelope("<startTransactionRequest/>"))).isTrue();
    assertThat(TransactionMessages.mayBe(envelope("<o:StopTransactionRequest a='1'>"))).isTrue();
    assertThat(TransactionMessages.mayBe(envelope("<cs:METERVALUESREQUEST\n xmlns:cs='u'>")))
        .isTrue();
    assertThat(TransactionMessages.mayBe(envelope("<!-- --><a:b:meterValuesRequest>"))).isTrue();
  }

  @Test
  void othersAreNone() {
    assertThat(TransactionMessages.mayBe(envelope("<heartbeatRequest/>"))).isFalse();
    assertThat(TransactionMessages.mayBe(envelope("<o:bootNotificationRequest>"))).isFalse();
    assertThat(TransactionMessages.mayBe(envelope("<d>stopTransactionRequest</d>"))).isFalse();
    assertThat(TransactionMessages.mayBe(envelope("<remoteStopTransactionRequest/>"))).isFalse();
    assertThat(TransactionMessages.mayBe(envelope("<"))).isFalse();
  }

  @Test
  void whatCannotBeReadMayBeOne() {
    byte[] heartbeat = envelope("<heartbeatRequest/>");
    assertThat(TransactionMessages.mayBe(ContentCoding.encode(heartbeat, "gzip"))).isTrue();
    String text = new String(heartbeat, StandardCharsets.UTF_8);
    assertThat(TransactionMessages.mayBe(text.getBytes(StandardCharsets.UTF_16))).isTrue();
    assertThat(TransactionMessages.mayBe(new byte[0])).isTrue();
    assertThat(TransactionMessages.mayBe("<".getBytes(StandardCharsets.UTF_8))).isTrue();
  }
}
