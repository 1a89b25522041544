package org.ocppbridge.mappings.soap.envelope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads SOAP faults of both versions. */
final class Faults {

  /** 1.1's codes in the words of 1.2 (SOAP 1.2 part 0, appendix on changes). */
  private static final Map<String, String> CODES = Map.of("Client", "Sender", "Server", "Receiver");

  private Faults() {}

  static Content.SoapFault read(Element fault) {
    return fault.child("Code").isPresent() ? soap12(fault) : soap11(fault);
  }

  private static Content.SoapFault soap12(Element fault) {
    List<String> codes = new ArrayList<>();
    Optional<Element> code = fault.child("Code");
    while (code.isPresent()) {
      code.flatMap(c -> c.child("Value"))
          .map(Element::deepText)
          .map(Faults::local)
          .ifPresent(codes::add);
      code = code.flatMap(c -> c.child("Subcode"));
    }
    String reason = fault.child("Reason").map(Element::deepText).orElse("");
    return fault(codes, reason);
  }

  private static Content.SoapFault soap11(Element fault) {
    String code = fault.child("faultcode").map(Element::deepText).map(Faults::local).orElse("");
    List<String> codes = new ArrayList<>(Arrays.asList(code.split("\\.")));
    return fault(codes, fault.child("faultstring").map(Element::deepText).orElse(""));
  }

  private static Content.SoapFault fault(List<String> codes, String reason) {
    String code = codes.isEmpty() ? "" : codes.getFirst();
    List<String> subcodes =
        codes.size() < 2 ? List.of() : List.copyOf(codes.subList(1, codes.size()));
    return new Content.SoapFault(CODES.getOrDefault(code, code), subcodes, reason);
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
