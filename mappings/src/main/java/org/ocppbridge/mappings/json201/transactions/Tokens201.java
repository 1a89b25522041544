package org.ocppbridge.mappings.json201.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.NameChange;
import org.ocppbridge.mappings.Names.Name;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.json201.base.Limits201;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.WireName;
import org.ocppbridge.mappings.rules.Tags;

/**
 * idTags and the tokens behind them (MR D6). A token that the CSMS used before is given back as it
 * wrote it; the type of any other is told from the form of its idTag.
 */
public final class Tokens201 {

  /** What a charger is told for the token that stands for nobody, which has no text. */
  private static final String NOBODY = "NoAuthorization";

  /** How many stand-ins are tried for one token; two of 95 bits have never been alike. */
  private static final int ALIASES_MAX = 8;

  /** What an idTag that looks like this is. */
  private record Form(Pattern pattern, IdTokenType type) {}

  /**
   * UIDs of 4, 7 or 10 bytes, and of 8 (ISO 14443-3, ISO 15693-3); contract ids. The first that
   * fits counts: a UID that begins with letters may look like a contract id.
   */
  private static final List<Form> FORMS =
      List.of(
          new Form(
              Pattern.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{14}|[0-9A-Fa-f]{20}"),
              IdTokenType.ISO14443),
          new Form(Pattern.compile("[0-9A-Fa-f]{16}"), IdTokenType.ISO15693),
          new Form(
              Pattern.compile("[A-Za-z]{2}-?[A-Za-z0-9]{3}-?[A-Za-z0-9]{9}(-?[A-Za-z0-9])?"),
              IdTokenType.EMAID));

  private Tokens201() {}

  /**
   * An idTag for a token of the CSMS.
   *
   * @param changes what to remember, so that the token is found again
   */
  public record Tag(String idTag, List<Change> changes) {}

  /** Whether an idTag fits into an idToken as it is; else an alias stands for it. */
  static boolean fits(String idTag) {
    return Limits.fits(idTag, Limits201.ID_TOKEN);
  }

  /** The token behind an idTag. */
  public static IdToken behind(String idTag, ChargerView view, List<Loss> losses) {
    Optional<IdToken> given = given(idTag, view);
    if (given.isPresent()) {
      return given.get();
    }
    if (idTag.isBlank() || type(idTag, view) == IdTokenType.NO_AUTHORIZATION) {
      return new IdToken("", IdTokenType.NO_AUTHORIZATION);
    }
    if (!fits(idTag)) {
      String alias = Tags.alias(idTag.toLowerCase(Locale.ROOT));
      losses.add(
          Loss.changed("idTag", "was longer than 36 characters, " + alias + " stands for it"));
      return new IdToken(alias, type(idTag, view));
    }
    return new IdToken(idTag, type(idTag, view));
  }

  private static Optional<IdToken> given(String idTag, ChargerView view) {
    return view.state()
        .station()
        .names()
        .behind(idTag)
        .flatMap(
            name ->
                WireName.find(IdTokenType.class, name.type())
                    .map(type -> new IdToken(name.idToken(), type)));
  }

  private static IdTokenType type(String idTag, ChargerView view) {
    return FORMS.stream()
        .filter(form -> form.pattern().matcher(idTag).matches())
        .map(Form::type)
        .findFirst()
        .or(() -> WireName.find(IdTokenType.class, view.policy().ocpp201().tokenType()))
        .orElse(IdTokenType.ISO14443);
  }

  /** The idTag by which a charger can know a token of the CSMS; at most 20 characters. */
  public static Tag tag(IdToken token, ChargerView view) {
    String idTag = idTag(token, view);
    boolean found = behind(idTag, view, new ArrayList<>()).equals(plain(token));
    Name name = new Name(token.idToken(), token.type().wire());
    return new Tag(idTag, found ? List.of() : List.of(new NameChange.Given(idTag, name)));
  }

  private static IdToken plain(IdToken token) {
    return new IdToken(token.idToken(), token.type());
  }

  private static String idTag(IdToken token, ChargerView view) {
    if (token.idToken().isBlank()) {
      return NOBODY;
    }
    return Tags.fits(token.idToken()) ? token.idToken() : alias(token, view);
  }

  private static String alias(IdToken token, ChargerView view) {
    String content = token.idToken().toLowerCase(Locale.ROOT) + "\n" + token.type().wire();
    String alias = Tags.alias(content);
    for (int i = 1; i < ALIASES_MAX && taken(alias, token, view); i++) {
      alias = Tags.alias(content + "\n" + i);
    }
    return alias;
  }

  private static boolean taken(String alias, IdToken token, ChargerView view) {
    return given(alias, view).filter(other -> !other.same(token)).isPresent();
  }

  /** Remembers a verdict, but for tokens that must not be cached (MR D10). */
  static List<Change> remember(
      String idTag, IdTagInfo info, List<Integer> evses, ChargerView view) {
    IdTokenType type = behind(idTag, view, new ArrayList<>()).type();
    return type == IdTokenType.CENTRAL || type == IdTokenType.NO_AUTHORIZATION
        ? List.of()
        : Tags.remember(idTag, info, evses, view);
  }
}
