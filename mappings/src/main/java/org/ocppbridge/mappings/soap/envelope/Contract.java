package org.ocppbridge.mappings.soap.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.SoapVersion;

/**
 * What one service of one version sends: its operations and the shape of each message, read once
 * from our WSDL on the class path.
 *
 * <p>Names are looked up without regard to letter case, because chargers do not keep to it.
 */
public final class Contract {

  /** Which of a version's two services. */
  public enum Side {
    /** The central system's service: what a charger asks. */
    CS("CentralSystemService"),
    /** The charge point's service: what a charger is asked. */
    CP("ChargePointService");

    private final String service;

    Side(String service) {
      this.service = service;
    }

    /** The WSDL's name of the service. */
    public String service() {
      return service;
    }
  }

  private static final Map<Side, Map<SoapVersion, Contract>> ALL = load();

  private final SoapVersion version;
  private final Side side;
  private final String bareNamespace;
  private final Map<String, Message> messages = new LinkedHashMap<>();

  private Contract(SoapVersion version, Side side, WsdlTypes types) {
    this.version = version;
    this.side = side;
    this.bareNamespace = bare(namespace());
    for (String operation : types.operations()) {
      add(types, operation, Message.Kind.REQUEST);
      add(types, operation, Message.Kind.RESPONSE);
    }
  }

  private void add(WsdlTypes types, String operation, Message.Kind kind) {
    Field root = types.message(operation + kind.suffix());
    messages.put(fold(root.name()), new Message(this, operation, kind, root));
  }

  /** The contract of a version's service. */
  public static Contract of(SoapVersion version, Side side) {
    return ALL.get(side).get(version);
  }

  public SoapVersion version() {
    return version;
  }

  public Side side() {
    return side;
  }

  /** Its namespace, with the last slash. */
  public String namespace() {
    return side == Side.CS ? version.centralSystemNamespace() : version.chargePointNamespace();
  }

  /** The message whose element has this name, in any letter case. */
  public Optional<Message> message(String element) {
    return Optional.ofNullable(messages.get(fold(element)));
  }

  /** All messages, requests and responses. */
  public Collection<Message> messages() {
    return List.copyOf(messages.values());
  }

  /**
   * The contract with this namespace: its last slash may be missing or doubled, letter case and
   * white space do not matter.
   */
  public static Optional<Contract> ofNamespace(String namespace) {
    String wanted = bare(namespace);
    for (Map<SoapVersion, Contract> versions : ALL.values()) {
      for (Contract contract : versions.values()) {
        if (contract.bareNamespace.equals(wanted)) {
          return Optional.of(contract);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return side.service() + " " + version;
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String bare(String namespace) {
    String bare = fold(namespace.strip());
    int end = bare.length();
    while (end > 0 && bare.charAt(end - 1) == '/') {
      end--;
    }
    return bare.substring(0, end);
  }

  private static Map<Side, Map<SoapVersion, Contract>> load() {
    Map<Side, Map<SoapVersion, Contract>> all = new EnumMap<>(Side.class);
    TreeReader reader = new TreeReader(Limits.DEFAULT);
    for (Side side : Side.values()) {
      Map<SoapVersion, Contract> versions = new EnumMap<>(SoapVersion.class);
      for (SoapVersion version : SoapVersion.values()) {
        String resource = "/wsdl/" + side.service() + "-" + version.label() + ".wsdl";
        versions.put(
            version, new Contract(version, side, new WsdlTypes(reader.read(resource(resource)))));
      }
      all.put(side, versions);
    }
    return all;
  }

  private static String resource(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Decoding.decode(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  /**
   * A message of a service.
   *
   * @param operation name of its operation, for example {@code BootNotification}
   * @param root its element
   */
  public record Message(Contract contract, String operation, Kind kind, Field root) {

    /** Which way it goes. */
    public enum Kind {
      REQUEST("Request"),
      RESPONSE("Response");

      private final String suffix;

      Kind(String suffix) {
        this.suffix = suffix;
      }

      String suffix() {
        return suffix;
      }
    }

    /** Name of its element, for example {@code bootNotificationRequest}. */
    public String element() {
      return root.name();
    }
  }

  /**
   * A place for an element.
   *
   * @param many whether it may stand there more than once
   */
  public record Field(String name, Type type, boolean many) {}

  /**
   * What an element holds.
   *
   * @param fields its child elements in the contract's order; empty for text
   * @param attributes its attributes
   * @param text whether it holds text instead of elements
   */
  public record Type(List<Field> fields, List<String> attributes, boolean text) {

    static final Type TEXT = new Type(List.of(), List.of(), true);

    /** Position of the field of this name, in any letter case; -1 if there is none. */
    int indexOf(String name) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equalsIgnoreCase(name)) {
          return i;
        }
      }
      return -1;
    }

    /** The attribute of this name, in any letter case. */
    Optional<String> attribute(String name) {
      return attributes.stream().filter(name::equalsIgnoreCase).findFirst();
    }
  }
}
