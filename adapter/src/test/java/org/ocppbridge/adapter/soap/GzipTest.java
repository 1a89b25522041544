package org.ocppbridge.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
  private static final int MAX = 1 << 20;

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String read(byte[] body) throws IOException {
    byte[] plain = ContentCoding.decode(body, "gzip", new GrowingBytes(MAX, more -> true));
    return new String(plain, StandardCharsets.US_ASCII);
  }

  @Test
  void membersAreReadOneAfterTheOther() throws IOException {
    assertThat(read(gzip("one"))).isEqualTo("one");
    assertThat(read(join(gzip("one"), gzip(""), gzip(" two"), new byte[5]))).isEqualTo("one two");
  }

  @Test
  void theHeaderMayHaveMoreInIt() throws IOException {
    byte[] plain = gzip("one");
    byte[] head = Arrays.copyOf(plain, 10);
    head[3] = 2 | 4 | 8 | 16;
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] more = {3, 0, 1, 2, 3, 'n', 0, 'c', 'c', 0, 9, 9};
    assertThat(read(join(head, more, rest))).isEqualTo("one");
  }

  @Test
  void aMegabyteOfEmptyMembersIsNothing() throws IOException {
    byte[] empty = gzip("");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    while (many.size() < MAX) {
      many.write(empty);
    }
    assertThat(read(many.toByteArray())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 12, 15, 20, 22})
  void whatEndsTooEarlyIsBroken(int length) throws IOException {
    byte[] cut = Arrays.copyOf(gzip("one"), length);
    assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 11, 16, 20})
  void whatWasChangedIsBroken(int at) throws IOException {
    byte[] changed = gzip("one");
    changed[at] ^= 0x55;
    assertThatThrownBy(() -> read(changed)).isInstanceOf(IOException.class);
  }
}
