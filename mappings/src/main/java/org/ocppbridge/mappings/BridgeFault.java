package org.ocppbridge.mappings;

/**
 * All that can go wrong with one exchange. Thrown where it is known, turned into a SOAP fault or a
 * CALLERROR in one table at each edge, logged once there with charger and message.
 */
public abstract sealed class BridgeFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private BridgeFault(String message) {
    super(message);
  }

  /**
   * The charger is not known here, or not to any route. SOAP: Sender/SecurityError (OCPP-S 1.6 §4).
   */
  public static final class UnknownCharger extends BridgeFault {
    private static final long serialVersionUID = 1L;

    private final boolean wantsPassword;

    public UnknownCharger(String message) {
      this(message, false);
    }

    /**
     * @param wantsPassword whether it would be let in with user and password
     */
    public UnknownCharger(String message, boolean wantsPassword) {
      super(message);
      this.wantsPassword = wantsPassword;
    }

    /** Whether user and password were missing or wrong: HTTP 401 asks for them. */
    public boolean wantsPassword() {
      return wantsPassword;
    }
  }

  /**
   * The request cannot be understood: no identity, unreadable XML, a mandatory field missing. SOAP:
   * Sender/ProtocolError.
   */
  public static final class ProtocolError extends BridgeFault {
    private static final long serialVersionUID = 1L;

    public ProtocolError(String message) {
      super(message);
    }
  }

  /** The operation is not one of this version. SOAP: Receiver/NotSupported; JSON: NotSupported. */
  public static final class NotSupported extends BridgeFault {
    private static final long serialVersionUID = 1L;

    public NotSupported(String message) {
      super(message);
    }
  }

  /**
   * The bridge cannot decide now: an idTag nobody can judge while the CSMS is away, or an error of
   * our own. SOAP: Receiver/InternalError. Never for a transaction message.
   */
  public static final class Undecided extends BridgeFault {
    private static final long serialVersionUID = 1L;

    public Undecided(String message) {
      super(message);
    }
  }

  /**
   * The store took nothing. SOAP: the exchange is closed without an answer, so that the charger
   * keeps its data and tries again.
   */
  public static final class NotStored extends BridgeFault {
    private static final long serialVersionUID = 1L;

    public NotStored(String message) {
      super(message);
    }
  }

  /** Too much at once. SOAP: HTTP 503. */
  public static final class Overloaded extends BridgeFault {
    private static final long serialVersionUID = 1L;

    public Overloaded(String message) {
      super(message);
    }
  }

  /**
   * A CALL of the CSMS breaks the contract. JSON: CALLERROR with {@link #violation()} in the
   * spelling of its version.
   */
  public static final class InvalidCall extends BridgeFault {
    private static final long serialVersionUID = 1L;
    private final Violation violation;

    public InvalidCall(Violation violation, String message) {
      super(message);
      this.violation = violation;
    }

    public Violation violation() {
      return violation;
    }

    /** What a CALL can do wrong (OCPP-J 1.6 §4.2.3). */
    public enum Violation {
      NOT_IMPLEMENTED,
      NOT_SUPPORTED,
      PROTOCOL,
      FORMATION,
      PROPERTY_CONSTRAINT,
      OCCURRENCE_CONSTRAINT,
      TYPE_CONSTRAINT,
      SECURITY
    }
  }

  /** A charger could not be asked, or did not answer as the contract says. */
  public static final class ChargerFailed extends BridgeFault {
    private static final long serialVersionUID = 1L;
    private final Why why;

    public ChargerFailed(Why why, String message) {
      super(message);
      this.why = why;
    }

    public Why why() {
      return why;
    }

    /** Why a command did not get its answer. */
    public enum Why {
      /** No usable callback address is known. */
      NO_ADDRESS,
      /** The address lies outside the allowed ranges. */
      ADDRESS_REFUSED,
      /** No connection within the connect deadline: the command was not sent. */
      UNREACHABLE,
      /** No answer within the total deadline: the command may have been carried out. */
      SILENT,
      /** An answer that is no SOAP: a proxy's page, a cut body, a wrong encoding. */
      NOT_SOAP,
      /** A SOAP fault. */
      FAULT,
      /** A SOAP fault, HTTP status or missing operation that means "not supported". */
      NOT_SUPPORTED,
      /** SOAP, but not the answer that was asked for, or with a mandatory field missing. */
      WRONG_ANSWER
    }
  }
}
