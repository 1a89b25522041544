package org.ocppbridge.mappings.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;

/** idTags, and what is known of them while the CSMS cannot answer. */
public final class Tags {

  public static final IdTagInfo ACCEPTED = new IdTagInfo(AuthorizationStatus.ACCEPTED, null, null);
  public static final IdTagInfo INVALID = new IdTagInfo(AuthorizationStatus.INVALID, null, null);

  /** Most characters of an idTag (1.6 §7.28). */
  public static final int ID_TAG = 20;

  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

  private Tags() {}

  /** Whether it fits into an idTag. */
  public static boolean fits(String idTag) {
    return Limits.fits(idTag, ID_TAG);
  }

  /**
   * The idTag itself, or a stand-in of 20 characters that is the same each time, so that no
   * transaction is lost.
   */
  public static String sendable(String idTag, List<Loss> losses) {
    if (fits(idTag)) {
      return idTag;
    }
    String alias = alias(idTag.toLowerCase(Locale.ROOT));
    losses.add(Loss.changed("idTag", "was longer than 20 characters, " + alias + " stands for it"));
    return alias;
  }

  /** An idTag that stands for something longer: {@code X} and 19 digits of its digest. */
  public static String alias(String content) {
    byte[] hash = sha256(content);
    StringBuilder alias = new StringBuilder("X");
    for (int i = 0; i < ID_TAG - 1; i++) {
      alias.append(DIGITS.charAt(hash[i] & 31));
    }
    return alias.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the CSMS said of this idTag before, as far as it still holds. */
  public static Optional<IdTagInfo> known(String idTag, ChargerView view) {
    return view.state().tokens().find(idTag, view.now(), view.policy().tokenLifetime());
  }

  /** Remembers what the CSMS said, but for ConcurrentTx, which says nothing of the idTag. */
  public static List<Change> remember(String idTag, IdTagInfo info, ChargerView view) {
    return remember(idTag, info, List.of(), view);
  }

  /**
   * Remembers the same with the EVSEs that the idTag is for.
   *
   * @param evses empty: all
   */
  public static List<Change> remember(
      String idTag, IdTagInfo info, List<Integer> evses, ChargerView view) {
    return info.status() == AuthorizationStatus.CONCURRENT_TX || idTag.isBlank()
        ? List.of()
        : List.of(new RegistrationChange.TokenJudged(idTag, info, evses, view.now()));
  }

  /** Whether an authorisation says yes. */
  public static boolean accepted(IdTagInfo info) {
    return info.status() == AuthorizationStatus.ACCEPTED;
  }
}
