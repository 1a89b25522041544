package org.ocppbridge.mappings.soap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;

/**
 * One SOAP version as a table: which operations it has, their generated types, and the conversion
 * between those and the model, both ways. No row means that chargers of this version do not have
 * the operation. Immutable and pure.
 */
public final class SoapDialect {

  private static final SoapDialect V12 =
      new SoapDialect(SoapVersion.V12, CentralSystem12.ROWS, ChargePoint12.ROWS);
  private static final SoapDialect V15 =
      new SoapDialect(SoapVersion.V15, CentralSystem15.ROWS, ChargePoint15.ROWS);
  private static final SoapDialect V16 =
      new SoapDialect(SoapVersion.V16, CentralSystem16.ROWS, ChargePoint16.ROWS);

  private final SoapVersion version;
  private final List<Operation<?, ?>> operations;
  private final Map<Operation<?, ?>, Row<?, ?, ?, ?>> rows = new LinkedHashMap<>();
  private final Map<Class<?>, Operation<?, ?>> byRequestType = new HashMap<>();
  private final Map<String, Operation<?, ?>> byChargerElement = new HashMap<>();
  private final Map<String, Operation<?, ?>> byCsmsElement = new HashMap<>();

  private SoapDialect(
      SoapVersion version, List<Row.Asked<?, ?, ?, ?>> asked, List<Row.Told<?, ?, ?, ?>> told) {
    this.version = version;
    asked.forEach(row -> put(row, byChargerElement));
    told.forEach(row -> put(row, byCsmsElement));
    this.operations = List.copyOf(rows.keySet());
  }

  private void put(Row<?, ?, ?, ?> row, Map<String, Operation<?, ?>> byElement) {
    rows.put(row.operation(), row);
    byRequestType.put(row.request(), row.operation());
    byElement.put(requestElement(row.operation()), row.operation());
  }

  /** The table of a version. */
  public static SoapDialect of(SoapVersion version) {
    return switch (version) {
      case V12 -> V12;
      case V15 -> V15;
      case V16 -> V16;
    };
  }

  public SoapVersion version() {
    return version;
  }

  /** All operations of this version, both askers. */
  public List<Operation<?, ?>> operations() {
    return operations;
  }

  /** Whether chargers of this version have the operation. */
  public boolean has(Operation<?, ?> operation) {
    return rows.containsKey(operation);
  }

  /** The operation whose request is of this generated type. */
  public Optional<Operation<?, ?>> operation(Class<?> requestType) {
    return Optional.ofNullable(byRequestType.get(requestType));
  }

  /**
   * The operation whose request is this element, for example {@code bootNotificationRequest}.
   *
   * @param asker tells the two DataTransfers apart
   * @param requestElement local name, exactly as the contract spells it
   */
  public Optional<Operation<?, ?>> operation(Operation.Asker asker, String requestElement) {
    return Optional.ofNullable(
        (asker == Operation.Asker.CHARGER ? byChargerElement : byCsmsElement).get(requestElement));
  }

  /** Local name of an operation's request element; the same rule in every version. */
  public static String requestElement(Operation<?, ?> operation) {
    return element(operation) + "Request";
  }

  /** Local name of an operation's answer element. */
  public static String answerElement(Operation<?, ?> operation) {
    return element(operation) + "Response";
  }

  private static String element(Operation<?, ?> operation) {
    String name = operation.name();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * The generated type of an operation's request.
   *
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public Class<?> requestType(Operation<?, ?> operation) {
    return row(operation).request();
  }

  /**
   * The generated type of an operation's answer.
   *
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public Class<?> answerType(Operation<?, ?> operation) {
    return row(operation).answer();
  }

  /**
   * Reads a charger's request. Transaction messages are never refused for what they hold.
   *
   * @param generated of {@link #requestType}
   * @throws BridgeFault.ProtocolError if a field is missing or unreadable without which the request
   *     makes no sense
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public <Q, A> Q request(Operation<Q, A> operation, Object generated, Reading reading) {
    return read(asked(operation), generated, new FieldReader(reading, operation));
  }

  /**
   * Writes the answer to a charger's request.
   *
   * @return of {@link #answerType}
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public <Q, A> Object answer(Operation<Q, A> operation, A answer, Losses losses) {
    return asked(operation).write().write(answer, losses);
  }

  /**
   * Writes a command to a charger.
   *
   * @return of {@link #requestType}
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public <Q, A> Object command(Operation<Q, A> operation, Q request, Losses losses) {
    return told(operation).write().write(request, losses);
  }

  /**
   * Reads a charger's answer to a command.
   *
   * @param generated of {@link #answerType}
   * @throws BridgeFault.ChargerFailed if a field is missing or unreadable without which the answer
   *     makes no sense
   * @throws BridgeFault.NotSupported if this version does not have the operation
   */
  public <Q, A> A commandAnswer(Operation<Q, A> operation, Object generated, Reading reading) {
    return read(told(operation), generated, new FieldReader(reading, operation));
  }

  private static <Q, A, S, T> Q read(Row.Asked<Q, A, S, T> row, Object generated, FieldReader in) {
    in.mustBeThere(generated);
    return row.read().read(row.request().cast(generated), in);
  }

  private static <Q, A, S, T> A read(Row.Told<Q, A, S, T> row, Object generated, FieldReader in) {
    in.mustBeThere(generated);
    return row.read().read(row.answer().cast(generated), in);
  }

  @SuppressWarnings("unchecked") // a row's types are those of the operation it is filed under
  private <Q, A> Row.Asked<Q, A, ?, ?> asked(Operation<Q, A> operation) {
    if (row(operation) instanceof Row.Asked<?, ?, ?, ?> row) {
      return (Row.Asked<Q, A, ?, ?>) row;
    }
    throw new IllegalArgumentException(operation + " is not asked by chargers");
  }

  @SuppressWarnings("unchecked") // as above
  private <Q, A> Row.Told<Q, A, ?, ?> told(Operation<Q, A> operation) {
    if (row(operation) instanceof Row.Told<?, ?, ?, ?> row) {
      return (Row.Told<Q, A, ?, ?>) row;
    }
    throw new IllegalArgumentException(operation + " is not asked by the CSMS");
  }

  private Row<?, ?, ?, ?> row(Operation<?, ?> operation) {
    Row<?, ?, ?, ?> row = rows.get(operation);
    if (row == null) {
      throw new BridgeFault.NotSupported(operation + " does not exist in OCPP " + version);
    }
    return row;
  }
}
