package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;

/** Signed readings of 1.5 and 1.6 as a {@code SignedMeterValueType} (MR D4). */
final class SignedValue {

  /** Most characters of the signed data, and of the key. */
  private static final int DATA_MAX = 2500;

  private static final int METHOD_MAX = 50;

  private static final String DATA = "signedMeterData";
  private static final String SIGNING = "signingMethod";
  private static final String ENCODING = "encodingMethod";
  private static final String KEY = "publicKey";

  private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
  private static final String OCMF = "OCMF|";

  private SignedValue() {}

  /** The signed value; empty if there is none, or if it is too long to be sent. */
  static Optional<ObjectNode> of(String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(fourFields(value).orElseGet(() -> wrapped(value)))
        .filter(
            signed ->
                fits(signed, DATA, DATA_MAX)
                    && fits(signed, KEY, DATA_MAX)
                    && fits(signed, SIGNING, METHOD_MAX)
                    && fits(signed, ENCODING, METHOD_MAX));
  }

  private static boolean fits(ObjectNode signed, String field, int max) {
    return Limits.fits(signed.path(field).asText(), max);
  }

  /** What the OCA's paper on signed meter values for 1.6 writes. */
  private static Optional<ObjectNode> fourFields(String value) {
    if (!value.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.MAPPER.readTree(value);
      return json.path(DATA).isTextual()
          ? Optional.of(
              signed(json.path(DATA).asText(), text(json, SIGNING), text(json, ENCODING))
                  .put(KEY, text(json, KEY)))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  /** The methods and the key are inside the data, or agreed upon. */
  private static ObjectNode wrapped(String value) {
    byte[] bytes =
        HEX.matcher(value).matches()
            ? HexFormat.of().parseHex(value)
            : value.getBytes(StandardCharsets.UTF_8);
    String encoding = value.startsWith(OCMF) ? "OCMF" : "";
    return signed(Base64.getEncoder().encodeToString(bytes), "", encoding).put(KEY, "");
  }

  private static ObjectNode signed(String data, String signing, String encoding) {
    return Json.object().put(DATA, data).put(SIGNING, signing).put(ENCODING, encoding);
  }
}
