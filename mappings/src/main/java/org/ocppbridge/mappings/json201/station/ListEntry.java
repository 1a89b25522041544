package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json201.transactions.IdToken;
import org.ocppbridge.mappings.json201.transactions.TokenStatus;
import org.ocppbridge.mappings.model.AuthorizationData;
import org.ocppbridge.mappings.model.IdTagInfo;

/** An entry of a local list (2.0.1 §2.3); without info a differential update deletes it. */
record ListEntry(@JsonProperty(required = true) IdToken idToken, Info idTokenInfo) {

  /** What is known of a token (2.0.1 §2.30). */
  record Info(
      @JsonProperty(required = true) TokenStatus status,
      Instant cacheExpiryDateTime,
      Integer chargingPriority,
      String language1,
      List<Integer> evseId,
      IdToken groupIdToken,
      String language2,
      PersonalMessage personalMessage) {

    private List<Loss> losses() {
      List<Loss> losses = new ArrayList<>();
      Stream.of(chargingPriority, language1, evseId, language2, personalMessage)
          .filter(field -> field != null)
          .findFirst()
          .ifPresent(
              field ->
                  losses.add(
                      Loss.dropped(
                          "idTokenInfo",
                          "SOAP has no EVSEs, priority, languages and messages for an idTag")));
      return losses;
    }
  }

  /** A text for the driver (2.0.1 §2.36). */
  record PersonalMessage(
      @JsonProperty(required = true) Format format,
      String language,
      @JsonProperty(required = true) String content) {}

  /** How such a text is written. */
  enum Format {
    ASCII,
    HTML,
    URI,
    UTF8
  }

  /** The entry for the charger, and what to note of its tokens. */
  record Converted(AuthorizationData data, List<Change> names, List<Loss> losses) {}

  Converted converted(ChargerView view) {
    TokenTag tag = TokenTag.of(idToken, view);
    Optional<Info> info = Optional.ofNullable(idTokenInfo);
    Optional<TokenTag> group = info.map(Info::groupIdToken).map(token -> TokenTag.of(token, view));
    List<Change> names = new ArrayList<>(tag.given());
    List<Loss> losses = new ArrayList<>(tag.losses());
    info.ifPresent(i -> losses.addAll(i.losses()));
    group.ifPresent(g -> names.addAll(g.given()));
    group.ifPresent(g -> losses.addAll(g.losses()));
    IdTagInfo forCharger =
        info.map(
                i ->
                    new IdTagInfo(
                        i.status().inSoap(),
                        i.cacheExpiryDateTime(),
                        group.map(TokenTag::idTag).orElse(null)))
            .orElse(null);
    return new Converted(new AuthorizationData(tag.idTag(), forCharger), names, losses);
  }
}
