package org.ocppbridge.mappings.json201.station;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.NameChange;
import org.ocppbridge.mappings.Names;
import org.ocppbridge.mappings.rules.Tags;

/**
 * What the charger knows a token of the CSMS by.
 *
 * @param given to be noted if the charger takes it, so that the token is known again
 */
record TokenTag(String idTag, List<Change> given, List<Loss> losses) {

  static TokenTag of(IdToken201 token, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    String idTag = Tags.sendable(token.idToken(), losses);
    Names.Name name = new Names.Name(token.idToken(), token.type().name());
    return new TokenTag(idTag, List.of(new NameChange.Given(idTag, name)), losses);
  }
}
