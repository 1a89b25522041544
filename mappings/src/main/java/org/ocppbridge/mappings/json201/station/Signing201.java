package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.SignCertificate;

/** SignCertificate as 2.0.1 has it (A02, A03). */
final class Signing201 {

  private static final int WAIT_MINIMUM = 60;
  private static final int REPEAT_TIMES = 3;

  private Signing201() {}

  /** A trigger for it; empty if it is not known for whom. */
  static Optional<Step<CsmsAnswer>> want(ChargerView view) {
    return CertificateSigning.want(view)
        .map(
            wanted ->
                Step.Done.with(
                    Answer201.status("Accepted"),
                    List.of(wanted, TriggerReply.expect(SignCertificate.ACTION, view))));
  }

  /** The key pair is there. */
  static Step<Void> made(Access.KeyPair request, ChargerView view) {
    return rules(view).made(request, view);
  }

  /** The certificate has not come in time. */
  static Step<Void> again(String wakeUp, ChargerView view) {
    return rules(view).again(wakeUp, view);
  }

  private static SignCertificate rules(ChargerView view) {
    return new SignCertificate(
        Optional.of("ChargingStationCertificate"),
        Duration.ofSeconds(setting("CertSigningWaitMinimum", WAIT_MINIMUM, view)),
        setting("CertSigningRepeatTimes", REPEAT_TIMES, view));
  }

  private static int setting(String variable, int byDefault, ChargerView view) {
    String path = VariablePath.ofStation("SecurityCtrlr", variable).toString();
    String value = view.state().station().model().own().get(path);
    return value == null ? byDefault : Integer.parseInt(value);
  }
}
