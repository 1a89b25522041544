package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.WireName;

/**
 * What a 2.0.1 CSMS can say of a token ({@code AuthorizationStatusEnumType}), and how SOAP says it:
 * a token that is known but refused is Blocked, one that is not known Invalid (MR A1).
 */
public enum TokenStatus implements WireName {
  ACCEPTED("Accepted", AuthorizationStatus.ACCEPTED),
  BLOCKED("Blocked", AuthorizationStatus.BLOCKED),
  CONCURRENT_TX("ConcurrentTx", AuthorizationStatus.CONCURRENT_TX),
  EXPIRED("Expired", AuthorizationStatus.EXPIRED),
  INVALID("Invalid", AuthorizationStatus.INVALID),
  NO_CREDIT("NoCredit", AuthorizationStatus.BLOCKED),
  NOT_ALLOWED_TYPE_EVSE("NotAllowedTypeEVSE", AuthorizationStatus.BLOCKED),
  NOT_AT_THIS_LOCATION("NotAtThisLocation", AuthorizationStatus.BLOCKED),
  NOT_AT_THIS_TIME("NotAtThisTime", AuthorizationStatus.BLOCKED),
  UNKNOWN("Unknown", AuthorizationStatus.INVALID);

  private final String wire;
  private final AuthorizationStatus inSoap;

  TokenStatus(String wire, AuthorizationStatus inSoap) {
    this.wire = wire;
    this.inSoap = inSoap;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The word of SOAP for it. */
  public AuthorizationStatus inSoap() {
    return inSoap;
  }
}
