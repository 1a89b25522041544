package org.ocppbridge.adapter.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML into {@link Node}s. Builds no Java objects from it, so a file can cause nothing but
 * nodes.
 */
final class YamlNodes {

  /** Longest text read, in characters: some 100,000 chargers. */
  private static final int TEXT_MAX = 32 << 20;

  /** Most nodes of one text; aliases count as often as they are used. */
  private static final int NODES_MAX = 4_000_000;

  /** Deepest nesting, which also ends what contains itself. */
  private static final int DEPTH_MAX = 20;

  private final String place;
  private final boolean lines;
  private int count;

  private YamlNodes(String place, boolean lines) {
    this.place = place;
    this.lines = lines;
  }

  /**
   * Reads a file's text.
   *
   * @throws ConfigException if it is no YAML
   */
  static Node file(String text, String name) {
    return new YamlNodes(name, true).read(text);
  }

  /**
   * Reads a list given as one value, {@code [{chargers: "*", target: main}]}.
   *
   * @throws ConfigException if it is no YAML
   */
  static Node value(String text, String place) {
    return new YamlNodes(place, false).read(text);
  }

  private Node read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(TEXT_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    try {
      org.yaml.snakeyaml.nodes.Node node = new Yaml(options).compose(new StringReader(text));
      return node == null ? new Node.Nothing(place) : convert(node, 0);
    } catch (MarkedYAMLException e) {
      // The exception's own message quotes the text, which may hold a secret.
      throw new ConfigException(at(e.getProblemMark()) + ": no valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new ConfigException(place + ": no valid YAML: " + e.getMessage());
    }
  }

  private Node convert(org.yaml.snakeyaml.nodes.Node node, int depth) {
    String at = at(node.getStartMark());
    if (++count > NODES_MAX || depth > DEPTH_MAX) {
      throw new ConfigException(at + ": too large or too deeply nested");
    }
    return switch (node) {
      case ScalarNode scalar when Tag.NULL.equals(scalar.getTag()) -> new Node.Nothing(at);
      case ScalarNode scalar -> new Node.Scalar(scalar.getValue(), at);
      case SequenceNode sequence -> {
        List<Node> items = new ArrayList<>();
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
          items.add(convert(item, depth + 1));
        }
        yield new Node.Sequence(List.copyOf(items), at);
      }
      case MappingNode mapping -> mapping(mapping, at, depth);
      default -> throw new ConfigException(at + ": neither value, list nor keys");
    };
  }

  private Node mapping(MappingNode node, String at, int depth) {
    Node.Mapping mapping = Node.Mapping.empty(at);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new ConfigException(at(tuple.getKeyNode().getStartMark()) + ": a key must be a word");
      }
      if (mapping.entries().put(key.getValue(), convert(tuple.getValueNode(), depth + 1)) != null) {
        throw new ConfigException(at(key.getStartMark()) + ": " + key.getValue() + ": given twice");
      }
    }
    return mapping;
  }

  private String at(Mark mark) {
    return lines && mark != null ? place + " line " + (mark.getLine() + 1) : place;
  }
}
