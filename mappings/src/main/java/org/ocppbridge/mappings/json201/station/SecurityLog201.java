package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Access.Upload;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Limits201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.rules.SecurityLogs;

/** The security log, which the bridge keeps and uploads in place of the charger (N01). */
final class SecurityLog201 {

  private static final String REJECTED = "Rejected";
  private static final String UPLOADING = "Uploading";

  private SecurityLog201() {}

  static Step<CsmsAnswer> step(GetLog201.Request request, ChargerView view) {
    GetLog201.Log log = request.log();
    if (view.state().access().upload().isPresent()) {
      return Answer201.only(Answer201.status(REJECTED));
    }
    Optional<String> refused = SecurityLogs.refused(log.remoteLocation(), view);
    if (refused.isPresent()) {
      return Answer201.only(Answer201.status(REJECTED, Reason.UNSUPPORTED_PARAM, refused.get()));
    }
    Upload upload =
        SecurityLogs.upload(
            request.requestId(),
            log.remoteLocation(),
            Optional.ofNullable(log.oldestTimestamp()),
            Optional.ofNullable(log.latestTimestamp()),
            request.retries(),
            request.retryInterval(),
            view);
    ObjectNode payload = Json.object().put("status", "Accepted").put("filename", upload.fileName());
    return new Step.Done<>(
        new CsmsAnswer.Result(Limits201.TABLE.cut("GetLogResponse", payload, new ArrayList<>())),
        List.of(new AccessChange.UploadWanted(upload)),
        List.of(message(UPLOADING, upload.requestId())),
        List.of());
  }

  private static Message message(String status, int requestId) {
    ObjectNode payload = Json.object().put("status", status).put("requestId", requestId);
    return Message.bounded(LogStatus201.ACTION, payload, "log");
  }

  /** The upload has come to its end. */
  static Step<Void> ended(int requestId, UploadResult result, ChargerView view) {
    boolean known =
        view.state().access().upload().filter(u -> u.requestId() == requestId).isPresent();
    return known
        ? Told.with(
            null,
            List.of(new AccessChange.UploadOver(requestId)),
            List.of(message(result.wire(), requestId)),
            List.of())
        : Step.Done.with(null);
  }

  /** What goes on now, for a CSMS that asks. */
  static Optional<Message> current(ChargerView view) {
    return view.state().access().upload().map(upload -> message(UPLOADING, upload.requestId()));
  }
}
