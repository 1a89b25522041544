package org.ocppbridge.mappings.json16;

import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Message;

/**
 * A security event: what notes it, and what tells the CSMS of it.
 *
 * @param messages none for a CSMS without the security extension
 */
record News16(List<Change> changes, List<Message> messages) {

  /** These changes, then those that note it. */
  List<Change> after(List<Change> before) {
    return Stream.concat(before.stream(), changes.stream()).toList();
  }
}
