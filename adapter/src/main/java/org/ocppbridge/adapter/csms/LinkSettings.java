package org.ocppbridge.adapter.csms;

import java.util.Optional;
import org.ocppbridge.mappings.Printable;

/**
 * One charger's link.
 *
 * @param target the CSMS
 * @param identity what the CSMS calls the charger: the last part of the URL, not yet
 *     percent-encoded
 * @param auth credentials, if the CSMS asks for any
 */
public record LinkSettings(CsmsTarget target, String identity, Optional<BasicAuth> auth) {

  public LinkSettings {
    String shown = Printable.of(identity);
    if (identity.isEmpty() || identity.equals(".") || identity.equals("..")) {
      throw new IllegalArgumentException(
          "the identity '" + shown + "' cannot be the last part of a URL");
    }
    if (identity.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the identity '" + shown + "' has a control character");
    }
    RequestTarget.of(target.url(), identity); // fails for text that has no UTF-8 form
  }

  /** A link without credentials. */
  public static LinkSettings of(CsmsTarget target, String identity) {
    return new LinkSettings(target, identity, Optional.empty());
  }

  /** The same with credentials. */
  public LinkSettings withAuth(BasicAuth credentials) {
    return new LinkSettings(target, identity, Optional.of(credentials));
  }

  /** Path and query of the request, as they go over the wire. */
  String requestTarget() {
    return RequestTarget.of(target.url(), identity);
  }
}
