package org.ocppbridge.adapter;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.config.OldTls;
import org.ocppbridge.adapter.config.SoapConfig;
import org.ocppbridge.adapter.config.SoapTls;
import org.ocppbridge.adapter.config.TlsContexts;
import org.ocppbridge.adapter.soap.in.Door;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.mappings.soap.envelope.Limits;

/** What the settings mean to the SOAP edge. */
final class EdgeSettings {

  private EdgeSettings() {}

  static SoapSettings of(SoapConfig soap) {
    SoapConfig.Limits limits = soap.limits();
    SoapConfig.Timeouts timeouts = soap.timeouts();
    SoapConfig.Rates rates = soap.rate();
    return SoapSettings.DEFAULT
        .at(soap.host(), soap.port())
        .aliased(soap.aliases())
        .limited(
            new SoapSettings.Sizes(
                limits.body(),
                limits.inflated(),
                limits.bodies(),
                new SoapSettings.Places(limits.inWork(), limits.waiting()),
                limits.connections(),
                limits.refusalLines()),
            xml(limits))
        .timed(new SoapSettings.Times(timeouts.body(), timeouts.idle(), timeouts.drain()))
        .paced(
            new SoapSettings.Rates(
                rates.perCharger().perSecond(),
                rates.refusedPerSource().perSecond(),
                rates.perSource().perSecond()))
        .behind(door(soap));
  }

  static Limits xml(SoapConfig.Limits limits) {
    Limits usual = Limits.DEFAULT;
    return new Limits(limits.depth(), usual.elements(), usual.attributes(), usual.textLength());
  }

  /** The ports and certificates; made anew when files have changed. */
  static Door door(SoapConfig soap) {
    SoapConfig.Proxies proxies = soap.proxies();
    if (soap.tls().isEmpty()) {
      return new Door(
          Optional.empty(),
          Door.PLAIN.plainPort(),
          Optional.empty(),
          proxies::trusts,
          proxies.proxyProtocol());
    }
    SoapTls tls = soap.tls().get();
    SSLContext context = TlsContexts.server(tls.server());
    Door.Clients clients =
        !tls.server().asksClients()
            ? Door.Clients.NOT_ASKED
            : tls.clientsMust() ? Door.Clients.MUST : Door.Clients.MAY;
    return new Door(
        Optional.of(tls(context, clients, OldTls.PROTOCOLS, OldTls::modernSuites)),
        tls.plainPort(),
        tls.old().isOn()
            ? Optional.of(
                new Door.Old(
                    tls.old().port().getAsInt(),
                    tls(context, clients, tls.old().protocols(), OldTls::oldSuites)))
            : Optional.empty(),
        proxies::trusts,
        proxies.proxyProtocol());
  }

  private static Door.Tls tls(
      SSLContext context,
      Door.Clients clients,
      List<String> versions,
      UnaryOperator<String[]> suites) {
    return new Door.Tls(context, clients, versions, suites);
  }
}
