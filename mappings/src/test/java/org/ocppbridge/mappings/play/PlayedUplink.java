package org.ocppbridge.mappings.play;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.Uplink;

/**
 * The connection to the CSMS as the mappings see it.
 *
 * @param waiting the transactions of the messages that wait
 */
record PlayedUplink(Optional<Instant> since, LinkSecurity security, List<Optional<Integer>> waiting)
    implements Uplink {

  @Override
  public boolean waits() {
    return !waiting.isEmpty();
  }

  @Override
  public boolean waits(int transaction) {
    return waiting.contains(Optional.of(transaction));
  }
}
