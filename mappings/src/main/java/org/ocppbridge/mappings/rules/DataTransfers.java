package org.ocppbridge.mappings.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;

/**
 * DataTransfer of a charger, the same in all JSON versions: forwarded and waited for; ids that do
 * not fit are refused, never cut (MR A3).
 */
public final class DataTransfers {

  /** Most characters of a vendorId. */
  private static final int VENDOR_ID = 255;

  /** Most characters of a messageId. */
  private static final int MESSAGE_ID = 50;

  private DataTransfers() {}

  /** Forwards it and hands on what the CSMS says. */
  public static Step<DataTransfer.Answer> step(DataTransfer.Request request, ChargerView view) {
    if (request.vendorId() == null || !Limits.fits(request.vendorId(), VENDOR_ID)) {
      return refused(DataTransferStatus.UNKNOWN_VENDOR_ID, "vendorId", VENDOR_ID);
    }
    if (request.messageId() != null && !Limits.fits(request.messageId(), MESSAGE_ID)) {
      return refused(DataTransferStatus.UNKNOWN_MESSAGE_ID, "messageId", MESSAGE_ID);
    }
    return new Step.AskCsms<>(
        List.of(),
        List.of(),
        Message.once("DataTransfer", Json.tree(request)),
        view.policy().waits().dataTransfer(),
        List.of(),
        (reply, later) -> answer(reply));
  }

  private static Step<DataTransfer.Answer> refused(
      DataTransferStatus status, String field, int max) {
    Loss loss = Loss.dropped(field, "is missing or longer than " + max + " characters: not sent");
    return new Step.Done<>(
        new DataTransfer.Answer(status, null), List.of(), List.of(), List.of(loss));
  }

  private static Step<DataTransfer.Answer> answer(Reply reply) {
    return Answers.result(reply)
        .map(
            payload ->
                new DataTransfer.Answer(
                    Answers.word(payload.path("status"), DataTransferStatus.class)
                        .orElse(DataTransferStatus.REJECTED),
                    data(payload.path("data"))))
        .map(Step.Done::with)
        .orElseGet(
            () ->
                new Step.Done<>(
                    new DataTransfer.Answer(DataTransferStatus.REJECTED, null),
                    List.of(),
                    List.of(),
                    List.of(Loss.synthesised("status", "the CSMS gave no answer: " + reply))));
  }

  /** SOAP has texts alone; what is more is handed on as the JSON it is. */
  private static String data(JsonNode data) {
    if (data.isMissingNode() || data.isNull()) {
      return null;
    }
    return data.isTextual() ? data.textValue() : data.toString();
  }
}
