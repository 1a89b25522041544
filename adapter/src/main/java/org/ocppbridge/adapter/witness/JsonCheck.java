package org.ocppbridge.adapter.witness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation.Kind;

/**
 * Checks JSON payloads against a {@link Contract}: required members, unknown members, types,
 * lengths and enumerations.
 */
public final class JsonCheck {
  private final Contract contract;
  private final Scalars scalars;

  /** Checks by this contract. */
  public JsonCheck(Contract contract) {
    this.contract = contract;
    this.scalars = new Scalars(contract);
  }

  /** What is wrong with the payload of a CALL; empty if nothing. */
  public List<Deviation> request(Side side, String action, JsonNode payload) {
    return check(contract.request(side, action), action, payload);
  }

  /** What is wrong with the payload of a CALLRESULT; empty if nothing. */
  public List<Deviation> response(Side side, String action, JsonNode payload) {
    return check(contract.response(side, action), action, payload);
  }

  private List<Deviation> check(Optional<List<Field>> fields, String action, JsonNode payload) {
    if (fields.isEmpty()) {
      return List.of(new Deviation(Kind.UNKNOWN_ACTION, "no action '" + action + "'"));
    }
    List<Deviation> deviations = new ArrayList<>();
    members(fields.get(), payload, action, deviations);
    return deviations;
  }

  private void members(
      List<Field> fields, JsonNode object, String path, List<Deviation> deviations) {
    if (!object.isObject()) {
      deviations.add(new Deviation(Kind.TYPE, path + ": is not an object"));
      return;
    }
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    for (Field field : fields) {
      unknown.remove(field.name());
      member(field, object.get(field.name()), path + "." + field.name(), deviations);
    }
    unknown.removeAll(contract.extras());
    unknown.forEach(
        name ->
            deviations.add(
                new Deviation(Kind.FORMATION, path + "." + name + ": is not in the contract")));
  }

  private void member(Field field, JsonNode value, String path, List<Deviation> deviations) {
    if (value == null) {
      Scalars.when(field.required(), Kind.OCCURRENCE, path + ": is missing")
          .ifPresent(deviations::add);
    } else if (!field.many()) {
      value(field.type(), value, path, deviations);
    } else if (!value.isArray()) {
      deviations.add(new Deviation(Kind.TYPE, path + ": is not a list"));
    } else if (!field.mayBeEmpty() && value.isEmpty()) {
      deviations.add(new Deviation(Kind.OCCURRENCE, path + ": is empty"));
    } else {
      for (int i = 0; i < value.size(); i++) {
        value(field.type(), value.get(i), path + "[" + i + "]", deviations);
      }
    }
  }

  private void value(String type, JsonNode value, String path, List<Deviation> deviations) {
    List<Field> structure = contract.structure(type);
    if (structure != null) {
      members(structure, value, path, deviations);
    } else if (!kindFits(type, value)) {
      deviations.add(new Deviation(Kind.TYPE, path + ": " + value + " is not of type " + type));
    } else {
      scalars
          .check(
              type, value.isNumber() ? value.decimalValue().toPlainString() : value.asText(), path)
          .ifPresent(deviations::add);
    }
  }

  private static boolean kindFits(String type, JsonNode value) {
    return switch (type) {
      case "any" -> true;
      case "int" -> value.isIntegralNumber() && value.canConvertToInt();
      case "decimal" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> value.isTextual();
    };
  }
}
