package org.ocppbridge.wsdl;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Elements of an XML tree by namespace and name. */
final class Dom {

  private Dom() {}

  /** All below, at any depth, in document order. */
  static List<Element> all(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** The direct children. */
  static List<Element> children(Element parent, String namespace, String name) {
    return all(parent, namespace, name).stream().filter(e -> isChild(parent, e)).toList();
  }

  private static boolean isChild(Node parent, Node child) {
    return child.getParentNode() == parent;
  }

  /** The only one below, at any depth. */
  static Element only(Element parent, String namespace, String name) {
    List<Element> found = all(parent, namespace, name);
    if (found.size() != 1) {
      String where = parent.getNodeName() + " " + parent.getAttribute("name");
      throw new AssertionError(where + " has " + found.size() + " elements " + name + ", not one");
    }
    return found.getFirst();
  }
}
