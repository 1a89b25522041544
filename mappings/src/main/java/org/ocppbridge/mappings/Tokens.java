package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;

/**
 * What the CSMS said of idTags, for the time while it cannot answer (MR D10). Letter case does not
 * matter in an idTag (1.6 §7.28).
 *
 * @param known by idTag in lower case, at most {@value #MAX}
 */
public record Tokens(Map<String, Token> known) {

  /** Most idTags remembered of one charger; over it the one heard of longest ago is forgotten. */
  public static final int MAX = 500;

  static final Tokens NONE = new Tokens(Map.of());

  /**
   * What the CSMS said of an idTag, and when.
   *
   * @param evses the EVSEs it is for (2.0.1 C01.FR.21); empty: all
   */
  public record Token(IdTagInfo info, List<Integer> evses, Instant at) {}

  /** What the CSMS last said of an idTag, however long ago. */
  public Optional<Token> of(String idTag) {
    return Optional.ofNullable(known.get(key(idTag)));
  }

  /**
   * What is to be said of an idTag now.
   *
   * @param lifetime how long an answer without expiry date is good for
   * @return empty for an idTag nothing is known of any more
   */
  public Optional<IdTagInfo> find(String idTag, Instant now, Duration lifetime) {
    return of(idTag).flatMap(token -> judge(token, now, lifetime));
  }

  private static Optional<IdTagInfo> judge(Token token, Instant now, Duration lifetime) {
    IdTagInfo info = token.info();
    if (info.expiryDate() == null) {
      return Optional.of(info).filter(i -> now.isBefore(token.at().plus(lifetime)));
    }
    boolean over =
        info.status() == AuthorizationStatus.ACCEPTED && !now.isBefore(info.expiryDate());
    return Optional.of(
        over
            ? new IdTagInfo(AuthorizationStatus.EXPIRED, info.expiryDate(), info.parentIdTag())
            : info);
  }

  Tokens heard(String idTag, Token token) {
    return new Tokens(Copies.with(known, key(idTag), token, MAX));
  }

  Tokens forgotten(String idTag) {
    return new Tokens(Copies.without(known, key(idTag)));
  }

  private static String key(String idTag) {
    return idTag.toLowerCase(Locale.ROOT);
  }
}
