package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadReaderTest {

  /** Feeds the text in pieces of this size. */
  private static String read(String wire, int piece) {
    HeadReader reader = new HeadReader();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i += piece) {
      int length = Math.min(piece, bytes.length - i);
      out.writeBytes(reader.read(java.util.Arrays.copyOfRange(bytes, i, i + length), length));
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void everyHeadGetsTheSameHostAndBodiesPassUntouched(int piece) {
    String wire =
        "POST / HTTP/1.1\r\nHOST: a\r\nContent-Length: 13\r\n\r\nHost: x\r\n\r\n\n\n"
            + "POST /b HTTP/1.1\r\nX: y\r\n\r\n";
    assertThat(read(wire, piece))
        .isEqualTo(
            "POST / HTTP/1.1\r\nHost: bridge\r\nContent-Length: 13\r\n\r\nHost: x\r\n\r\n\n\n"
                + "POST /b HTTP/1.1\r\nHost: bridge\r\nX: y\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void lineEndsBetweenRequestsAreSkipped(int piece) {
    String head = "POST / HTTP/1.1\r\nHost: bridge\r\nContent-Length: 1\r\n\r\n";
    assertThat(read("\r\n\r\n" + head + "x\r\n\n\r\n" + head + "y", piece))
        .isEqualTo(head + "x" + head + "y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked",
        "Content-Length: 3\r\nContent-Length: 3",
        "Content-Length: +3",
        "Content-Length: 18446744073709551616",
        "Content-Length : 3",
        "X: y\nContent-Length: 3",
        "X: y\r\n Content-Length: 3",
        "X: y\rContent-Length: 3",
        "no colon"
      })
  void anOddHeadIsTheLastOnItsConnection(String headers) {
    String read =
        read(
            "POST / HTTP/1.1\r\nConnection: keep-alive\r\n"
                + headers
                + "\r\n\r\nabcPOST / HTTP/1.1\r\n\r\n",
            5);
    assertThat(read).contains("Connection: close\r\n\r\nabcPOST").doesNotContain("keep-alive");
  }

  @Test
  void aHeadThatNeverEndsIsPassedOnToBeRefused() {
    String endless = "POST / HTTP/1.1\r\nX: " + "y".repeat(HeadReader.HEAD_MAX);
    assertThat(read(endless, 1000)).isEqualTo(endless);
  }
}
