package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;

/** Reads what 1.6J CSMSs answer of an idTag. */
final class Answers16 {

  private Answers16() {}

  /** The {@code idTagInfo} of an answer, if it says a status. */
  static Optional<IdTagInfo> idTagInfo(Reply reply) {
    return Answers.result(reply)
        .map(payload -> payload.path("idTagInfo"))
        .flatMap(Answers16::idTagInfo);
  }

  private static Optional<IdTagInfo> idTagInfo(JsonNode node) {
    String parent =
        Answers.text(node.path("parentIdTag"))
            .filter(tag -> !tag.isBlank() && Limits.fits(tag, Limits16.ID_TAG))
            .orElse(null);
    return Answers.word(node.path("status"), AuthorizationStatus.class)
        .map(
            status ->
                new IdTagInfo(status, Answers.time(node.path("expiryDate")).orElse(null), parent));
  }
}
