package org.ocppbridge.adapter.operator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Wait;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.GetConfiguration;

/** Finds out whether a charger can be called, with nothing that has an effect on it. */
final class CallbackProbe {

  /** A key that chargers of 1.5 and 1.6 have; one without it says so, which serves as well. */
  private static final List<String> KEY = List.of("HeartbeatInterval");

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** What was found. */
  record Finding(boolean reached, String words) {}

  /** Asks 1.5 and 1.6 chargers; of a 1.2 one only the port is tried. Blocks. */
  Finding test(Charger charger) {
    Optional<URI> address = charger.address().get();
    if (address.isEmpty()) {
      return new Finding(false, charger.address().nothing());
    }
    return charger.session().state().version() == SoapVersion.V12
        ? connect(charger, address.get())
        : ask(charger, address.get());
  }

  private static Finding ask(Charger charger, URI address) {
    String question = "GetConfiguration(" + KEY.getFirst() + ") at " + address;
    return charger
        .session()
        .carryOut(
            view ->
                new Step.AskCharger<>(
                    List.of(),
                    GetConfiguration.FROM_CSMS,
                    new GetConfiguration.Request(KEY),
                    List.of(),
                    (reply, later) -> Step.Done.with(finding(question, reply))),
            charger.session().view().policy().waits().command());
  }

  private static Finding finding(String question, ChargerReply<GetConfiguration.Answer> reply) {
    return switch (reply) {
      case ChargerReply.Answered<GetConfiguration.Answer>(GetConfiguration.Answer answer) ->
          new Finding(true, question + " was answered");
      case ChargerReply.Failed<GetConfiguration.Answer>(var fault) ->
          new Finding(false, question + ": " + fault.getMessage());
    };
  }

  private static Finding connect(Charger charger, URI address) {
    Duration longest = charger.route().settings().waits().of(Wait.CONNECT);
    int port =
        address.getPort() >= 0
            ? address.getPort()
            : "https".equals(address.getScheme()) ? HTTPS : HTTP;
    String where = address.getHost() + ":" + port;
    try (Socket socket = new Socket()) {
      InetAddress host = InetAddress.getByName(address.getHost());
      if (!charger.address().mayCall(address, host)) {
        return new Finding(false, host.getHostAddress() + " is outside the allowed ranges");
      }
      socket.connect(new InetSocketAddress(host, port), (int) longest.toMillis());
      return new Finding(
          true, where + " accepts a connection; OCPP 1.2 has no question without effect");
    } catch (IOException e) {
      return new Finding(false, where + ": " + e.getMessage());
    }
  }
}
