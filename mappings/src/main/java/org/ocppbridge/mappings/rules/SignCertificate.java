package org.ocppbridge.mappings.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Signing;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;

/**
 * SignCertificate: what the bridge asks for with the key pair it made for a charger (2.0.1 A02,
 * A03; white paper A02, A03).
 *
 * @param certificateType what 2.0.1 says of it; empty: 1.6 has no such field
 * @param waitMinimum wait for the certificate before it is asked for again; doubles each time
 * @param repeatTimes how often it is asked for again
 */
public record SignCertificate(
    Optional<String> certificateType, Duration waitMinimum, int repeatTimes) {

  /** The action. */
  public static final String ACTION = "SignCertificate";

  private static final Duration NOT_KNOWN_FOR_WHOM = Duration.ofDays(1);

  /** The key pair is there. */
  public Step<Void> made(Access.KeyPair request, ChargerView view) {
    return view.state().access().signing().isEmpty()
        ? Step.Done.with(null)
        : ask(List.of(new AccessChange.KeyPairMade(request)), request, view);
  }

  /** The CSMS has not sent the certificate in time (A02.FR.17 to FR.20). */
  public Step<Void> again(String wakeUp, ChargerView view) {
    Optional<Signing> signing = view.state().access().signing();
    Optional<Access.KeyPair> request = signing.flatMap(Signing::request);
    if (request.isEmpty()) {
      return Step.Done.with(null, List.of(new Change.WakeUpOver(wakeUp)));
    }
    return signing.get().attempts() > repeatTimes
        ? Step.Done.with(null, CertificateSigning.givenUp(view))
        : ask(List.of(), request.get(), view);
  }

  /** The certificate ends soon (A03). */
  public static Step<Void> renew(String wakeUp, ChargerView view) {
    return CertificateSigning.want(view)
        .map(wanted -> Step.Done.<Void>with(null, List.of(wanted, new Change.WakeUpOver(wakeUp))))
        .orElseGet(
            () ->
                Step.Done.with(
                    null, List.of(new Change.WakeUp(wakeUp, view.now().plus(NOT_KNOWN_FOR_WHOM)))));
  }

  private Step<Void> ask(List<Change> before, Access.KeyPair request, ChargerView view) {
    List<Change> changes = new ArrayList<>(before);
    changes.addAll(CertificateSigning.asked(waitMinimum, view));
    ObjectNode payload = Json.object().put("csr", request.csr());
    certificateType.ifPresent(type -> payload.put("certificateType", type));
    return new Step.AskCsms<>(
        changes,
        List.of(),
        Message.latest(ACTION, payload, "sign"),
        view.policy().waits().boot(),
        List.of(),
        (reply, later) ->
            refused(reply)
                ? Step.Done.with(null, CertificateSigning.givenUp(later))
                : Step.Done.with(null));
  }

  private static boolean refused(Reply reply) {
    return switch (reply) {
      case Reply.Result(ObjectNode payload) -> payload.path("status").asText().equals("Rejected");
      case Reply.Error ignored -> true;
      case Reply.Unsendable ignored -> true;
      case Reply.None ignored -> false;
    };
  }
}
