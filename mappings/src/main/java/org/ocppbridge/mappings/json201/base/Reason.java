package org.ocppbridge.mappings.json201.base;

import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;

/** Values of {@code statusInfo.reasonCode} (2.0.1 appendices §5) that the bridge uses. */
public enum Reason {
  CS_NOT_ACCEPTED("CSNotAccepted"),
  DUPLICATE_PROFILE("DuplicateProfile"),
  FIXED_CABLE("FixedCable"),
  FW_UPDATE_IN_PROGRESS("FwUpdateInProgress"),
  INTERNAL_ERROR("InternalError"),
  INVALID_CERTIFICATE("InvalidCertificate"),
  INVALID_CONF_SLOT("InvalidConfSlot"),
  INVALID_NETWORK_CONF("InvalidNetworkConf"),
  INVALID_PROFILE("InvalidProfile"),
  INVALID_SCHEDULE("InvalidSchedule"),
  INVALID_STACK_LEVEL("InvalidStackLevel"),
  INVALID_VALUE("InvalidValue"),
  MISSING_DEV_MODEL_INFO("MissingDevModelInfo"),
  NO_SECURITY_DOWNGRADE("NoSecurityDowngrade"),
  NOT_ENABLED("NotEnabled"),
  NOT_FOUND("NotFound"),
  OUT_OF_STORAGE("OutOfStorage"),
  READ_ONLY("ReadOnly"),
  TOO_MANY_ELEMENTS("TooManyElements"),
  TX_IN_PROGRESS("TxInProgress"),
  TX_NOT_FOUND("TxNotFound"),
  UNKNOWN_CONNECTOR_TYPE("UnknownConnectorType"),
  UNKNOWN_EVSE("UnknownEvse"),
  UNSUPPORTED_PARAM("UnsupportedParam"),
  UNSUPPORTED_RATE_UNIT("UnsupportedRateUnit"),
  UNSUPPORTED_REQUEST("UnsupportedRequest"),
  VALUE_OUT_OF_RANGE("ValueOutOfRange"),
  WRITE_ONLY("WriteOnly");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** Why a charger that could not be asked did not do it (MR B0). */
  public static Reason of(ChargerFailed fault) {
    return fault.why() == Why.NOT_SUPPORTED ? UNSUPPORTED_REQUEST : INTERNAL_ERROR;
  }

  /** The word on the wire. */
  public String code() {
    return code;
  }
}
