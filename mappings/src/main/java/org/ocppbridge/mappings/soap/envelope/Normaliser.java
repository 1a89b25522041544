package org.ocppbridge.mappings.soap.envelope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.soap.envelope.Contract.Field;
import org.ocppbridge.mappings.soap.envelope.Contract.Message;
import org.ocppbridge.mappings.soap.envelope.Contract.Type;

/**
 * Brings a message into the contract's form: names, namespaces, order and shape; what the contract
 * does not have is dropped by name. Values are not judged: a missing element stays missing and a
 * wrong number stays what it is, only the white space around it goes.
 */
final class Normaliser {

  private static final String XSI = "xsi:";

  private final String namespace;
  private final String written;
  private final Notes notes;

  private Normaliser(String namespace, String written, Notes notes) {
    this.namespace = namespace;
    this.written = written;
    this.notes = notes;
  }

  /** The element in the form of the message; what had to be changed is noted. */
  static Element normalise(Element given, Message message, Notes notes) {
    Normaliser normaliser =
        new Normaliser(message.contract().namespace(), given.namespace(), notes);
    return normaliser.shape(given, message.root(), Path.MESSAGE);
  }

  private Element shape(Element given, Field field, Path path) {
    return field.type().text() ? text(given, field, path) : complex(given, field, path);
  }

  private Element text(Element raw, Field field, Path path) {
    boolean opaque = Element.isOpaque(field.name());
    Element given = opaque || raw.children().isEmpty() ? raw : MeterShapes.flat(raw, field.type());
    if (!opaque) {
      given.children().forEach(child -> unknown(path.to(child.name())));
    } else if (!given.children().isEmpty()) {
      notes.changed(
          path.toString(), "held XML elements instead of text: handed on as the text they are");
    }
    String text = opaque ? given.text() : given.text().strip();
    return new Element(namespace, field.name(), attributes(given, field, path), List.of(), text);
  }

  private Map<String, String> attributes(Element given, Field field, Path path) {
    if (given.attributes().isEmpty()) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    given
        .attributes()
        .forEach(
            (name, value) ->
                field
                    .type()
                    .attribute(name)
                    .ifPresentOrElse(
                        known -> attributes.put(known, value.strip()),
                        () -> unknownAttribute(path, name)));
    return attributes;
  }

  private Element complex(Element raw, Field field, Path path) {
    Type type = field.type();
    Element given = MeterShapes.deep(raw, type);
    given.attributes().keySet().forEach(name -> unknownAttribute(path, name));
    if (!given.text().isBlank()) {
      notes.dropped(
          path.or(field.name()),
          "text where only elements belong: '" + Printable.of(given.text().strip()) + "'");
    }
    List<Placed> placed = new ArrayList<>();
    int[] counts = new int[type.fields().size()];
    for (Element child : given.children()) {
      place(child, type, path, counts, placed);
    }
    return Element.of(namespace, field.name(), inOrder(placed, path));
  }

  private void place(Element child, Type type, Path path, int[] counts, List<Placed> placed) {
    int index = MeterShapes.indexOf(type, child.name());
    if (index < 0) {
      unknown(path.to(child.name()));
      return;
    }
    Field field = type.fields().get(index);
    for (Element each : MeterShapes.level(child, field)) {
      if (isNil(each)) {
        continue;
      }
      Path here = path.to(field.name(), field.many() ? counts[index] : -1);
      if (!field.many() && counts[index] > 0) {
        notes.dropped(here.toString(), "stood there more than once, the first is kept");
        continue;
      }
      names(each, field, here);
      counts[index]++;
      placed.add(new Placed(index, shape(each, field, here)));
    }
  }

  private void names(Element given, Field field, Path path) {
    if (!given.name().equals(field.name())) {
      notes.changed(path.toString(), "was written '" + Printable.of(given.name()) + "'");
    }
    if (!given.namespace().equals(written)) {
      notes.changed(
          "namespace",
          "elements inside the message were in '" + Printable.of(given.namespace()) + "'");
    }
  }

  private List<Element> inOrder(List<Placed> placed, Path path) {
    if (!isInOrder(placed)) {
      placed.sort(Comparator.comparingInt(Placed::index));
      notes.changed(path.or("order"), "elements stood in another order than the contract's");
    }
    List<Element> elements = new ArrayList<>(placed.size());
    placed.forEach(each -> elements.add(each.element()));
    return elements;
  }

  private static boolean isInOrder(List<Placed> placed) {
    for (int i = 1; i < placed.size(); i++) {
      if (placed.get(i).index() < placed.get(i - 1).index()) {
        return false;
      }
    }
    return true;
  }

  private void unknown(Path path) {
    notes.dropped(Printable.of(path.toString()), "not in the contract");
  }

  private void unknownAttribute(Path path, String name) {
    if (!name.startsWith(XSI)) {
      notes.dropped(path.to("@" + Printable.of(name)).toString(), "not in the contract");
    }
  }

  private static boolean isNil(Element given) {
    String nil = given.attributes().getOrDefault(XSI + "nil", "").strip();
    return nil.equals("true") || nil.equals("1");
  }

  private record Placed(int index, Element element) {}
}
