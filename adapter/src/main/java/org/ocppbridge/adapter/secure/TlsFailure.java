package org.ocppbridge.adapter.secure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.ocppbridge.mappings.Printable;

/**
 * Why TLS came to nothing.
 *
 * @param kind what was wrong
 * @param peer the address of the other side; empty if it is not known
 * @param why in Java's words, without control characters
 */
public record TlsFailure(Kind kind, Optional<String> peer, String why) {

  /** What was wrong, as far as the words and the alerts (RFC 8446 section 6.2) tell. */
  public enum Kind {
    /** No version of TLS that both sides allow. */
    VERSION("protocol_version", "protocol version", "requested protocol", "appropriate protocol"),
    /** No cipher suite that both sides allow. */
    CIPHER("insufficient_security", "cipher suite", "ciphersuite"),
    /** One side does not take the other's certificate, or misses it. */
    CERTIFICATE("certificate", "unknown_ca", "certpath", "subject alternative", "name matching"),
    /** Anything else, such as a peer that speaks no TLS. */
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    Kind(String... words) {
      this.words = List.of(words);
    }
  }

  /**
   * How the peer ends what it cannot agree to: with the other's hello, of which it says no more.
   */
  private static final String NOTHING_AGREED = "handshake_failure";

  /**
   * @param agreed whether version and cipher suite were agreed on before
   */
  static TlsFailure of(SSLException problem, boolean agreed, Optional<String> peer) {
    String why = String.valueOf(problem.getMessage());
    String words = why.toLowerCase(Locale.ROOT);
    Kind found = Kind.OTHER;
    for (Kind kind : Kind.values()) {
      if (found == Kind.OTHER && kind.words.stream().anyMatch(words::contains)) {
        found = kind;
      }
    }
    if (found == Kind.OTHER && !agreed && words.contains(NOTHING_AGREED)) {
      found = Kind.CIPHER;
    }
    return new TlsFailure(found, peer, Printable.of(why));
  }
}
