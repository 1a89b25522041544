package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Command201.Ending;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.DataTransfer;

/** DataTransfer to the charger (P01): SOAP carries texts, so other JSON goes as its text. */
final class DataTransfer201 {

  record Request(@JsonProperty(required = true) String vendorId, String messageId, JsonNode data) {}

  private static final Command201<DataTransfer.Request, DataTransfer.Answer> COMMAND =
      new Command201<>(
          DataTransfer.FROM_CSMS,
          Answer201.status("UnknownVendorId"),
          (fault, view) -> Answer201.status("Rejected", Reason.INTERNAL_ERROR, fault.getMessage()));

  private DataTransfer201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    return COMMAND.ask(
        new DataTransfer.Request(request.vendorId(), request.messageId(), text(request.data())),
        view,
        (answer, later) -> Ending.plain(answer(answer)));
  }

  private static String text(JsonNode data) {
    if (data == null || data.isNull()) {
      return null;
    }
    return data.isTextual() ? data.textValue() : data.toString();
  }

  private static CsmsAnswer answer(DataTransfer.Answer answer) {
    ObjectNode payload = Json.object().put("status", answer.status().wire());
    return new CsmsAnswer.Result(
        answer.data() == null ? payload : payload.put("data", answer.data()));
  }
}
