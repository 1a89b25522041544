package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of what is served over TLS. */
final class ServerTlsReader {

  private ServerTlsReader() {}

  /** Certificate and key, as PEM or PKCS #12. */
  static ServerTls identity(Section tls) {
    return identity(tls, Optional.empty());
  }

  private static ServerTls identity(Section tls, Optional<String> trust) {
    TlsConfig own =
        new TlsConfig(
            trust,
            tls.optional("certificate", Values.pem("CERTIFICATE")),
            tls.optional("key", Values.pem("PRIVATE KEY").andThen(Secret::of)));
    ServerTls read =
        new ServerTls(
            own,
            tls.optional("keystore", text -> Secret.of(Values.base64(text))),
            tls.optional("password", text -> Secret.of(Values.text(text))));
    if (own.certificate().isPresent() != own.key().isPresent()) {
      tls.problem("", "certificate and key belong together: set both or none");
    }
    if (own.certificate().isPresent() && read.keystore().isPresent()) {
      tls.problem("keystore", "certificate and key are set too: only one of both can be shown");
    }
    return read;
  }

  /** The side of the chargers. */
  static SoapTls soap(Section tls) {
    ServerTls server = identity(tls, tls.optional("trust", Values.pem("CERTIFICATE")));
    boolean clientsMust = tls.value("clientsMust", Values::yesOrNo, false);
    if (clientsMust && !server.asksClients()) {
      tls.problem("clientsMust", "needs trust: who issues the certificates of chargers");
    }
    Optional<Integer> plainPort = tls.optional("plainPort", Values::port);
    SoapTls read =
        new SoapTls(
            server,
            clientsMust,
            tls.value("reload", Values.duration(Duration.ofSeconds(1)), Duration.ofSeconds(60)),
            plainPort.map(OptionalInt::of).orElse(OptionalInt.empty()),
            old(tls.section("old")));
    boolean more = plainPort.isPresent() || read.old().isOn() || server.asksClients();
    if (more && !server.isSet()) {
      tls.problem("", "neither certificate and key nor keystore is set");
    }
    return read;
  }

  private static SoapTls.Old old(Section old) {
    Optional<Integer> port = old.optional("port", Values::port);
    Optional<List<String>> protocols = old.values("protocols", ServerTlsReader::oldProtocol);
    if (port.isPresent() != protocols.isPresent()) {
      old.problem("", "port and protocols belong together: set both or none");
    }
    return new SoapTls.Old(
        port.map(OptionalInt::of).orElse(OptionalInt.empty()), protocols.orElse(List.of()));
  }

  private static String oldProtocol(String text) {
    if (!SoapTls.OLD_PROTOCOLS.contains(text)) {
      throw new IllegalArgumentException(
          "'" + text + "' is none of " + String.join(", ", SoapTls.OLD_PROTOCOLS));
    }
    return text;
  }
}
