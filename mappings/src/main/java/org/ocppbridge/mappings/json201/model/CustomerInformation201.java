package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.NameChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Tokens;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.WireName;

/**
 * CustomerInformation (N09, N10): what the bridge knows of a customer. What the charger itself
 * keeps cannot be read over SOAP; transactions are kept, for they are owed to the CSMS.
 */
final class CustomerInformation201 {

  /** Most characters of {@code data} in one message. */
  private static final int DATA_MAX = 512;

  /** The request. */
  record Request(
      @JsonProperty(required = true) Integer requestId,
      @JsonProperty(required = true) Boolean report,
      @JsonProperty(required = true) Boolean clear,
      String customerIdentifier,
      Token idToken,
      Certificates201.HashData customerCertificate) {}

  /** Whose information. */
  record Token(
      @JsonProperty(required = true) String idToken,
      @JsonProperty(required = true) TokenType type,
      List<AdditionalInfo> additionalInfo) {}

  /** More about a token; the bridge knows nobody by it. */
  record AdditionalInfo(
      @JsonProperty(required = true) String additionalIdToken,
      @JsonProperty(required = true) String type) {}

  /** Types of tokens. */
  enum TokenType implements WireName {
    CENTRAL("Central"),
    E_MAID("eMAID"),
    ISO14443("ISO14443"),
    ISO15693("ISO15693"),
    KEY_CODE("KeyCode"),
    LOCAL("Local"),
    MAC_ADDRESS("MacAddress"),
    NO_AUTHORIZATION("NoAuthorization");

    private final String wire;

    TokenType(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  private CustomerInformation201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    long given =
        Stream.of(request.customerIdentifier(), request.idToken(), request.customerCertificate())
            .filter(Objects::nonNull)
            .count();
    if (given != 1) {
      return Answer201.only(
          Answer201.status("Invalid", Reason.INVALID_VALUE, "exactly one customer (N09.FR.09)"));
    }
    if (!request.report() && !request.clear()) {
      return Answer201.only(
          Answer201.status("Rejected", Reason.INVALID_VALUE, "neither report nor clear"));
    }
    Set<String> idTags = idTags(request, view);
    List<String> lines = request.report() ? lines(idTags, view) : List.of();
    List<Change> changes = request.clear() ? forget(idTags) : List.of();
    String data = lines.isEmpty() ? "no data" : String.join("\n", lines);
    return new Step.Done<>(
        Answer201.status("Accepted"),
        changes,
        messages(request.requestId(), data, view),
        List.of());
  }

  /** The idTags behind the token; the bridge knows customers by nothing else. */
  private static Set<String> idTags(Request request, ChargerView view) {
    Set<String> idTags = new LinkedHashSet<>();
    if (request.idToken() != null) {
      String wanted = request.idToken().idToken();
      idTags.add(wanted.toLowerCase(Locale.ROOT));
      view.state()
          .station()
          .names()
          .tokens()
          .forEach(
              (idTag, name) -> {
                if (name.idToken().equalsIgnoreCase(wanted)
                    && name.type().equals(request.idToken().type().wire())) {
                  idTags.add(idTag);
                }
              });
    }
    return idTags;
  }

  private static List<String> lines(Set<String> idTags, ChargerView view) {
    List<String> lines = new ArrayList<>();
    for (String idTag : idTags) {
      Tokens.Token token = view.state().tokens().known().get(idTag);
      if (token != null) {
        lines.add(
            "idTag %s: authorization %s, heard %s"
                .formatted(idTag, token.info().status().wire(), Times.write(token.at())));
      }
      view.state()
          .station()
          .names()
          .behind(idTag)
          .ifPresent(
              name ->
                  lines.add(
                      "idTag %s: token %s of type %s"
                          .formatted(idTag, name.idToken(), name.type())));
      view.state().transactions().all().values().stream()
          .filter(t -> idTag.equalsIgnoreCase(t.start().idTag()))
          .map(CustomerInformation201::line)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String line(Transaction t) {
    return "idTag %s: transaction %s on connector %s, began %s, %s"
        .formatted(
            t.start().idTag(),
            t.csmsId().orElse(Integer.toString(t.id())),
            t.start().connectorId(),
            Times.write(t.startedAt()),
            t.open() ? "runs" : "ended " + Times.write(t.endedAt()));
  }

  private static List<Change> forget(Set<String> idTags) {
    return idTags.stream()
        .<Change>mapMulti(
            (idTag, out) -> {
              out.accept(new RegistrationChange.TokenForgotten(idTag));
              out.accept(new NameChange.Forgotten(idTag));
            })
        .toList();
  }

  private static List<Message> messages(int requestId, String data, ChargerView view) {
    List<Message> messages = new ArrayList<>();
    int[] characters = data.codePoints().toArray();
    for (int from = 0; from < characters.length; from += DATA_MAX) {
      int to = Math.min(from + DATA_MAX, characters.length);
      messages.add(
          Message.once(
              "NotifyCustomerInformation",
              Json.object()
                  .put("requestId", requestId)
                  .put("generatedAt", Times.write(view.now()))
                  .put("seqNo", messages.size())
                  .put("tbc", to < characters.length)
                  .put("data", new String(characters, from, to - from))));
    }
    return messages;
  }
}
