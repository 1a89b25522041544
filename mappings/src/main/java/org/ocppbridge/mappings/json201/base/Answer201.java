package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;

/** The bridge's own answers to the CSMS. */
public final class Answer201 {

  private Answer201() {}

  /** {@code {"status": …}}. */
  public static CsmsAnswer status(String status) {
    return new CsmsAnswer.Result(Json.object().put("status", status));
  }

  /**
   * A status with {@code statusInfo}.
   *
   * @param explanation for people; cut at 512 characters
   */
  public static CsmsAnswer status(String status, Reason reason, String explanation) {
    ObjectNode payload = Json.object().put("status", status);
    payload.set("statusInfo", info(reason, explanation));
    return new CsmsAnswer.Result(payload);
  }

  /** A {@code statusInfo}; the explanation is cut at 512 characters. */
  public static ObjectNode info(Reason reason, String explanation) {
    ObjectNode info = Json.object().put("reasonCode", reason.code());
    return explanation.isEmpty() ? info : info.put("additionalInfo", cut(explanation));
  }

  private static String cut(String text) {
    return Limits.fits(text, Limits201.ADDITIONAL_INFO)
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Limits201.ADDITIONAL_INFO));
  }

  /** CALLERROR NotSupported: the action is known, but a SOAP charger has no part in it. */
  public static CsmsAnswer notSupported(String why) {
    return Errors201.TABLE.of(new BridgeFault.NotSupported(why));
  }

  /** The answer, and nothing else happens. */
  public static Step<CsmsAnswer> only(CsmsAnswer answer) {
    return Step.Done.with(answer);
  }
}
