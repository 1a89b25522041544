package org.ocppbridge.mappings.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many bytes a request makes the garbage collector take away. */
class AllocationTest {

  private static final int BATCH = 500;

  /** The compiler needs some thousand runs before it leaves out what need not be allocated. */
  private static final int BATCHES_MAX = 60;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * From the envelope to the JSON for the CSMS. The bounds are some 20 % over what it is; lower
   * them when it gets less, and raise them only for something that is worth it.
   */
  @ParameterizedTest(name = "{0} of 1.6 to {1} allocates {2} bytes at most")
  @CsvSource({
    "Heartbeat, 1.6J, 11000",
    "Heartbeat, 2.0.1, 11000",
    "Authorize, 1.6J, 12000",
    "Authorize, 2.0.1, 13400",
    "StatusNotification, 1.6J, 15200",
    "StatusNotification, 2.0.1, 22600",
    "StartTransaction, 1.6J, 16600",
    "StartTransaction, 2.0.1, 27400",
    "MeterValues, 1.6J, 36000",
    "MeterValues, 2.0.1, 42200",
    "StopTransaction, 1.6J, 16600",
    "StopTransaction, 2.0.1, 18100",
  })
  void aRequestAllocatesNoMoreThanItDid(String operation, String target, long bound)
      throws Exception {
    Request<?, ?> request = Request.of(operation, target);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES_MAX && least > bound; i++) {
      least = Math.min(least, allocatedByEach(request));
    }
    assertThat(least)
        .as("bytes allocated by each %s on its way to %s", operation, target)
        .isLessThanOrEqualTo(bound);
  }

  private static long allocatedByEach(Request<?, ?> request) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int characters = 0;
    for (int i = 0; i < BATCH; i++) {
      characters += request.json().length();
    }
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(characters).isNotNegative();
    return (after - before) / BATCH;
  }
}
