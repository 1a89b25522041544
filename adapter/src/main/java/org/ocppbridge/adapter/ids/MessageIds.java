package org.ocppbridge.adapter.ids;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes ids of messages: random UUIDs (RFC 9562 §5.4). They tell messages apart and keep no secret,
 * so they do not come from {@link java.security.SecureRandom}, which asks the kernel for each one
 * under a lock; nothing that must not be guessed may be made here.
 */
public final class MessageIds {
  private static final long VERSION_4 = 0x4000;
  private static final long VARIANT = 1L << 63;

  private MessageIds() {}

  /** A UUID, as OCPP-J §4.2.1 wants ids of messages to be. */
  public static String uuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long most = random.nextLong() & ~0xf000L | VERSION_4;
    long least = random.nextLong() >>> 2 | VARIANT;
    return new UUID(most, least).toString();
  }

  /** As WS-Addressing wants it: an IRI. */
  public static String urn() {
    return "urn:uuid:" + uuid();
  }
}
