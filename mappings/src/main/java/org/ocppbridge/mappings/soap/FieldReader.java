package org.ocppbridge.mappings.soap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.WireName;

/**
 * Reads the fields of one message, or of one element inside it, and names what it cannot read by
 * its path. Each method takes the field's name and its text as it stood in the message, null if the
 * element was absent. Paths are put together only when something is lost.
 */
final class FieldReader {

  /**
   * Times before this were written by a clock that had not been set yet: no OCPP 1.2 charger
   * existed.
   */
  static final Instant CLOCK_FLOOR =
      LocalDate.of(2010, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private final Reading reading;
  private final Operation<?, ?> operation;
  private final FieldReader parent;
  private final String name;
  private final int index;

  /** Reads the message itself. */
  FieldReader(Reading reading, Operation<?, ?> operation) {
    this(reading, operation, null, "", 0);
  }

  private FieldReader(
      Reading reading, Operation<?, ?> operation, FieldReader parent, String name, int index) {
    this.reading = reading;
    this.operation = operation;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  private FieldReader at(String name, int index) {
    return new FieldReader(reading, operation, this, name, index);
  }

  /** Reads inside the element {@code name}. */
  FieldReader in(String name) {
    return at(name, -1);
  }

  /**
   * Reads each element of a list. Left out are those that {@code read} gives null for, having named
   * the loss, and nil ones, which the XML binding hands over as null.
   */
  <S, T> List<T> list(String name, List<S> elements, BiFunction<FieldReader, S, T> read) {
    List<T> all = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      S element = elements.get(i);
      FieldReader in = at(name, i);
      T value = element == null ? null : read.apply(in, element);
      if (value != null) {
        all.add(value);
      } else if (element == null) {
        dropped(name + "[" + i + "]", "nil: there is nothing in it");
      }
    }
    return all;
  }

  /** Refuses a message whose body is nil. */
  void mustBeThere(Object generated) {
    if (generated == null) {
      throw unusable("body", null, "");
    }
  }

  /**
   * Refuses a message in which not one of the fields is there.
   *
   * @param fields their names, for people
   * @param raw their texts
   */
  void mustHoldSomething(String fields, String... raw) {
    if (Stream.of(raw).allMatch(Objects::isNull)) {
      throw unusable("nothing is there: " + fields + " are missing");
    }
  }

  /** A whole number, or null: absent, or unreadable and named as lost. */
  Integer integer(String field, String raw) {
    Integer value = Lexical.integer(raw);
    if (value == null) {
      dropUnlessEmpty(field, raw, "is no whole number");
    }
    return value;
  }

  /** A whole number; {@code otherwise}, named as a default, where there is none. */
  int integer(String field, String raw, int otherwise, String meaning) {
    Integer value = Lexical.integer(raw);
    if (value != null) {
      return value;
    }
    defaulted(field, raw, otherwise + " (" + meaning + ")");
    return otherwise;
  }

  /** A whole number without which the message makes no sense. */
  int mandatoryInteger(String field, String raw) {
    Integer value = Lexical.integer(raw);
    if (value == null) {
      throw unusable(field, raw, "a whole number");
    }
    return value;
  }

  /**
   * The connectorId; {@code lowest}, named as a default, where there is none or one below it, which
   * no connector has.
   */
  int connector(String raw, int lowest, String meaning) {
    int connector = integer("connectorId", raw, lowest, meaning);
    if (connector < lowest) {
      defaulted("connectorId", raw, lowest + " (" + meaning + ")");
    }
    return Math.max(connector, lowest);
  }

  /** The connectorId, 0 or more, of a message that makes no sense without. */
  int mandatoryConnector(String raw) {
    int connector = mandatoryInteger("connectorId", raw);
    if (connector < 0) {
      throw unusable("connectorId", raw, "a connector");
    }
    return connector;
  }

  /** A number, or null: absent, or unreadable and named as lost. */
  BigDecimal decimal(String field, String raw) {
    BigDecimal value = Lexical.decimal(raw);
    if (value == null) {
      dropUnlessEmpty(field, raw, "is no number");
    }
    return value;
  }

  /**
   * A meter reading in Wh; 0, named as a default, where there is none: what it was cannot be told
   * from this message.
   */
  BigDecimal meter(String field, String raw) {
    BigDecimal value = Lexical.decimal(raw);
    if (value != null) {
      return value;
    }
    defaulted(field, raw, "0");
    return BigDecimal.ZERO;
  }

  /** A truth value; {@code otherwise}, named as a default, where there is none. */
  boolean bool(String field, String raw, boolean otherwise) {
    Boolean value = Lexical.bool(raw);
    if (value != null) {
      return value;
    }
    defaulted(field, raw, String.valueOf(otherwise));
    return otherwise;
  }

  /**
   * A time the model requires; when the message came in, named as a default, where there is none or
   * only that of an unset clock.
   */
  Instant time(String field, String raw) {
    Instant value = TimeText.read(raw, reading.zone());
    if (value != null && !value.isBefore(CLOCK_FLOOR)) {
      return value;
    }
    defaulted(field, raw, "the time of receipt");
    return reading.received();
  }

  /** As {@link #time}, but null where there is none. */
  Instant timeIfAny(String field, String raw) {
    return Lexical.text(raw) == null ? null : time(field, raw);
  }

  /**
   * A time that is no moment of the past and for which the time of receipt would be a lie: null and
   * named as lost if unreadable.
   */
  Instant timeOrNothing(String field, String raw) {
    Instant value = TimeText.read(raw, reading.zone());
    if (value == null) {
      dropUnlessEmpty(field, raw, "is no time");
    }
    return value;
  }

  /** A text that must be there, but may be empty. */
  String mandatoryText(String field, String raw) {
    if (raw == null) {
      throw unusable(field, null, "");
    }
    return Lexical.strip(raw);
  }

  /** A text; {@code otherwise}, named as a default, where there is none. */
  String text(String field, String raw, String otherwise) {
    String value = Lexical.text(raw);
    if (value != null) {
      return value;
    }
    defaulted(field, raw, Losses.quote(otherwise));
    return otherwise;
  }

  /** A word, or null: absent, or unknown and named as lost. */
  <E extends Enum<E> & WireName> E word(String field, String raw, Words<E> words) {
    E value = raw == null ? null : words.find(raw);
    if (value == null) {
      dropUnlessEmpty(field, raw, "is not known");
    }
    return value;
  }

  /** A word; null if absent, {@code otherwise} and named as changed if unknown. */
  <E extends Enum<E> & WireName> E word(String field, String raw, Words<E> words, E otherwise) {
    E value = raw == null ? null : words.find(raw);
    if (value != null || Lexical.text(raw) == null) {
      return value;
    }
    lose(
        Loss.changed(
            path(field), Losses.quote(raw) + " is not known; read as " + otherwise.wire()));
    return otherwise;
  }

  /**
   * The status of an answer: must be there; {@code negative} and named as changed if unknown, for
   * only a known word says that it was done.
   */
  <E extends Enum<E> & WireName> E status(String raw, Words<E> words, E negative) {
    E value = word("status", raw, words, negative);
    if (value == null) {
      throw unusable("status", raw, "a status");
    }
    return value;
  }

  /** Names a field as left out. */
  void dropped(String field, String reason) {
    lose(Loss.dropped(path(field), reason));
  }

  /** Names a field as changed. */
  void changed(String field, String reason) {
    lose(Loss.changed(path(field), reason));
  }

  /** Names a field as missing or unreadable, with what stands in for it. */
  void defaulted(String field, String raw, String instead) {
    String why = raw == null ? "missing" : Losses.quote(raw) + " cannot be used";
    lose(Loss.defaulted(path(field), why + "; taken instead: " + instead));
  }

  private void dropUnlessEmpty(String field, String raw, String reason) {
    if (Lexical.text(raw) != null) {
      dropped(field, Losses.quote(raw) + " " + reason);
    }
  }

  private void lose(Loss loss) {
    reading.losses().add(loss);
  }

  private BridgeFault unusable(String field, String raw, String wanted) {
    String reason = raw == null ? " is missing" : " is " + Losses.quote(raw) + ", not " + wanted;
    return unusable(path(field) + reason);
  }

  private BridgeFault unusable(String message) {
    return switch (operation.asker()) {
      case CHARGER -> new BridgeFault.ProtocolError(operation.name() + ": " + message);
      // Whoever made the call names charger and operation.
      case CSMS ->
          new BridgeFault.ChargerFailed(BridgeFault.ChargerFailed.Why.WRONG_ANSWER, message);
    };
  }

  private String path(String field) {
    StringBuilder path = new StringBuilder();
    appendTo(path);
    return path.append(field).toString();
  }

  private void appendTo(StringBuilder path) {
    if (parent == null) {
      return;
    }
    parent.appendTo(path);
    path.append(name);
    if (index >= 0) {
      path.append('[').append(index).append(']');
    }
    path.append('.');
  }
}
