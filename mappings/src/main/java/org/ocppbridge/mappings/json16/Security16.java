package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Access.Upload;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.SecurityLogs;
import org.ocppbridge.mappings.rules.SignCertificate;

/** What the bridge does by itself for the security extension: certificates and the security log. */
final class Security16 {

  private static final SignCertificate SIGNING =
      new SignCertificate(Optional.empty(), Duration.ofSeconds(60), 3);

  private Security16() {}

  /** A trigger for SignCertificate; nothing if it is not known for whom. */
  static Triggered16.Outcome sign(ChargerView view) {
    return CertificateSigning.want(view)
        .map(
            wanted ->
                new Triggered16.Outcome(
                    List.of(wanted, Triggered16.expect(SignCertificate.ACTION, view.now())),
                    List.of()))
        .orElse(Triggered16.Outcome.NOTHING);
  }

  /** The wake-up of a certificate, if it is one. */
  static Optional<Step<Void>> woken(String reason, ChargerView view) {
    return switch (reason) {
      case CertificateSigning.AGAIN -> Optional.of(SIGNING.again(reason, view));
      case CertificateSigning.RENEW -> Optional.of(SignCertificate.renew(reason, view));
      default -> Optional.empty();
    };
  }

  static Step<Void> news(LinkNews news, ChargerView view) {
    return switch (news) {
      case LinkNews.KeyPairMade(var request) -> SIGNING.made(request, view);
      case LinkNews.NoKeyPair ignored -> Step.Done.with(null, CertificateSigning.givenUp(view));
      case LinkNews.UploadEnded(int requestId, UploadResult result) ->
          ended(requestId, result, view);
      case LinkNews.NotConnected(var trouble, String why) ->
          SecurityEvent16.of(trouble)
              .map(event -> event.message(why, view))
              .<Step<Void>>map(
                  told -> new Step.Done<>(null, told.changes(), told.messages(), List.of()))
              .orElseGet(() -> Step.Done.with(null));
    };
  }

  /** GetLog for the security log. */
  static Step<CsmsAnswer> log(GetLog16.Request request, ChargerView view) {
    GetLog16.Log log = request.log();
    boolean refused =
        view.state().access().upload().isPresent()
            || SecurityLogs.refused(log.remoteLocation(), view).isPresent();
    if (refused) {
      return Step.Done.with(new CsmsAnswer.Result(Json.object().put("status", "Rejected")));
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
        new CsmsAnswer.Result(payload),
        List.of(new AccessChange.UploadWanted(upload)),
        List.of(message("Uploading", upload.requestId())),
        List.of());
  }

  /** What is being uploaded, for a CSMS that asks. */
  static Optional<Message> uploading(ChargerView view) {
    return view.state().access().upload().map(upload -> message("Uploading", upload.requestId()));
  }

  private static Message message(String status, int requestId) {
    return Message.bounded(
        "LogStatusNotification",
        Json.object().put("status", status).put("requestId", requestId),
        "log");
  }

  private static Step<Void> ended(int requestId, UploadResult result, ChargerView view) {
    boolean known =
        view.state().access().upload().filter(u -> u.requestId() == requestId).isPresent();
    return known
        ? new Step.Done<>(
            null,
            List.of(new AccessChange.UploadOver(requestId)),
            List.of(message(result.wire(), requestId)),
            List.of())
        : Step.Done.with(null);
  }
}
