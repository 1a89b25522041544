package org.ocppbridge.adapter.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation.Kind;

/**
 * Checks SOAP bodies against a {@link Contract}: namespace, order, required and unknown elements,
 * types, lengths and enumerations.
 */
public final class XmlCheck {
  private final Contract contract;
  private final Scalars scalars;

  /** Checks by this contract. */
  public XmlCheck(Contract contract) {
    this.contract = contract;
    this.scalars = new Scalars(contract);
  }

  /** What is wrong with a request's body element; empty if nothing. */
  public List<Deviation> request(Side side, String action, Xml body) {
    return check(contract.request(side, action), action, "Request", body);
  }

  /** What is wrong with an answer's body element; empty if nothing. */
  public List<Deviation> response(Side side, String action, Xml body) {
    return check(contract.response(side, action), action, "Response", body);
  }

  /** Name of the body element of a message: {@code authorizeRequest}. */
  public static String elementName(String action, String kind) {
    return Character.toLowerCase(action.charAt(0)) + action.substring(1) + kind;
  }

  private List<Deviation> check(
      Optional<List<Field>> fields, String action, String kind, Xml body) {
    if (fields.isEmpty()) {
      return List.of(new Deviation(Kind.UNKNOWN_ACTION, "no action '" + action + "'"));
    }
    List<Deviation> deviations = new ArrayList<>();
    String expected = elementName(action, kind);
    if (!body.name().equals(expected)) {
      deviations.add(
          new Deviation(Kind.FORMATION, "the body holds " + body.name() + ", not " + expected));
    } else {
      children(fields.get(), body, body.name(), deviations);
    }
    return deviations;
  }

  private void children(List<Field> fields, Xml parent, String path, List<Deviation> deviations) {
    List<Field> elements = fields.stream().filter(Field::isElement).toList();
    int last = -1;
    for (Xml child : parent.children()) {
      String childPath = path + "." + child.name();
      int position = position(elements, child.name());
      if (position < 0) {
        deviations.add(new Deviation(Kind.FORMATION, childPath + ": is not in the contract"));
        continue;
      }
      if (!child.namespace().equals(parent.namespace())) {
        deviations.add(
            new Deviation(
                Kind.FORMATION, childPath + ": is in namespace '" + child.namespace() + "'"));
      }
      if (position < last) {
        deviations.add(
            new Deviation(
                Kind.FORMATION, childPath + ": stands after " + elements.get(last).name()));
      } else if (position == last && !elements.get(position).many()) {
        deviations.add(new Deviation(Kind.OCCURRENCE, childPath + ": is there more than once"));
      }
      last = Math.max(last, position);
      value(elements.get(position).type(), child, childPath, deviations);
    }
    missing(elements, parent, path, deviations);
  }

  private static int position(List<Field> elements, String name) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static void missing(
      List<Field> elements, Xml parent, String path, List<Deviation> deviations) {
    for (Field field : elements) {
      if (field.required() && parent.child(field.name()).isEmpty()) {
        deviations.add(new Deviation(Kind.OCCURRENCE, path + "." + field.name() + ": is missing"));
      }
    }
  }

  private void value(String type, Xml element, String path, List<Deviation> deviations) {
    List<Field> structure = contract.structure(type);
    if (structure == null) {
      scalars.check(type, element.text(), path).ifPresent(deviations::add);
      return;
    }
    children(structure, element, path, deviations);
    for (Field field : structure) {
      if (field.attribute() && element.attributes().containsKey(field.name())) {
        scalars
            .check(field.type(), element.attributes().get(field.name()), path + "@" + field.name())
            .ifPresent(deviations::add);
      }
    }
  }
}
