package org.ocppbridge.mappings.json201.station;

import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.json201.transactions.IdToken;
import org.ocppbridge.mappings.json201.transactions.Tokens201;

/**
 * What the charger knows a token of the CSMS by.
 *
 * @param given to be noted if the charger takes it, so that the token is known again
 */
record TokenTag(String idTag, List<Change> given, List<Loss> losses) {

  static TokenTag of(IdToken token, ChargerView view) {
    Tokens201.Tag tag = Tokens201.tag(token, view);
    List<Loss> losses =
        tag.idTag().equals(token.idToken())
            ? List.of()
            : List.of(Loss.changed("idToken", "is no idTag, " + tag.idTag() + " stands for it"));
    return new TokenTag(tag.idTag(), tag.changes(), losses);
  }
}
