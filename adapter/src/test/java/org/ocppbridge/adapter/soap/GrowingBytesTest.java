package org.ocppbridge.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GrowingBytesTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final GrowingBytes bytes =
      new GrowingBytes(1_000_000, more -> asked.addAndGet(more) <= 100_000);

  @Test
  void memoryIsAskedForAsTheBytesComeAndNotByTheLimit() throws Exception {
    assertThat(asked.get()).isZero();
    bytes.append(ByteBuffer.wrap(new byte[1]));
    assertThat(asked.get()).isLessThanOrEqualTo(1024);
    bytes.append(ByteBuffer.wrap(new byte[20_000]));
    assertThat(asked.get()).isBetween(20_001, 40_002);
    assertThat(bytes.toByteArray()).hasSize(20_001);
  }

  @Test
  void whatIsTooLongIsToldFromWhatFindsNoSpace() {
    assertThat(catchThrowableOfType(GrowingBytes.Full.class, () -> append(1_000_001)).tooLong())
        .isTrue();
    assertThat(catchThrowableOfType(GrowingBytes.Full.class, () -> append(200_000)).tooLong())
        .isFalse();
  }

  private void append(int length) throws GrowingBytes.Full {
    bytes.append(ByteBuffer.wrap(new byte[length]));
  }
}
