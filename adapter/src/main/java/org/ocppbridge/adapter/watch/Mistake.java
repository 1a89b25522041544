package org.ocppbridge.adapter.watch;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The common mistakes that can be told from what the bridge sees. */
public enum Mistake {
  /** A charger for JSON calls the SOAP address. */
  JSON_STATION,
  /** SOAP in the namespace of no version that is served. */
  WRONG_NAMESPACE,
  /** A charger that the settings do not let in. */
  NOT_LET_IN,
  /** No address is known at which the charger takes commands. */
  NO_CALLBACK,
  /** That address lies outside the allowed ranges. */
  CALLBACK_NOT_ALLOWED,
  /** Nobody listens at that address, or it cannot be reached. */
  CALLBACK_UNREACHABLE,
  /** Something answers there that is not SOAP. */
  CALLBACK_NOT_SOAP,
  /** The charger takes commands and never answers them. */
  COMMANDS_UNANSWERED,
  /** A web page answers in place of the CSMS. */
  CSMS_PAGE,
  /** The CSMS does not know the identity, or the path. */
  IDENTITY_UNKNOWN,
  /** The CSMS refuses the password or certificate. */
  CREDENTIALS_REFUSED,
  /** The CSMS does not speak the version that is configured for it. */
  SUBPROTOCOL_REFUSED,
  /** The CSMS closes the connection again and again: it seems to have another one. */
  SECOND_CONNECTION,
  /** The CSMS's certificate is not trusted. */
  CSMS_CERTIFICATE,
  /** The charger's clock is off. */
  CLOCK_OFF;

  /** Over when the charger is let in and asks something that is understood. */
  public static final Set<Mistake> AT_THE_DOOR =
      EnumSet.of(JSON_STATION, WRONG_NAMESPACE, NOT_LET_IN);

  /** Over when the charger answers a command. */
  public static final Set<Mistake> OF_COMMANDS =
      EnumSet.of(
          NO_CALLBACK,
          CALLBACK_NOT_ALLOWED,
          CALLBACK_UNREACHABLE,
          CALLBACK_NOT_SOAP,
          COMMANDS_UNANSWERED);

  /** Over when the CSMS has taken the connection. */
  public static final Set<Mistake> OF_THE_HANDSHAKE =
      EnumSet.of(
          CSMS_PAGE, IDENTITY_UNKNOWN, CREDENTIALS_REFUSED, SUBPROTOCOL_REFUSED, CSMS_CERTIFICATE);

  /** Whether a line of the log is written where it is noticed. */
  public boolean hasItsOwnLine() {
    return AT_THE_DOOR.contains(this) || this == NO_CALLBACK || this == CALLBACK_NOT_ALLOWED;
  }

  /** As written in labels. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
