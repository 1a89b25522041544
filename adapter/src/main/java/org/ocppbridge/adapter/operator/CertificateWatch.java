package org.ocppbridge.adapter.operator;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.config.ServerTls;
import org.ocppbridge.adapter.config.SoapTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again and again, and shows other certificates when they have changed: a
 * renewed certificate needs no restart. What cannot be used is told and not used. Other settings
 * that have changed wait for the next start.
 */
public final class CertificateWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final Supplier<BridgeConfig> again;
  private final Consumer<BridgeConfig> soap;
  private final Consumer<BridgeConfig> admin;
  private Optional<ServerTls> soapNow;
  private Optional<ServerTls> adminNow;
  private String told = "";

  /**
   * Begins with the certificates that are shown now.
   *
   * @param now the settings in use
   * @param again reads the settings
   * @param soap shows the certificate of the SOAP side
   * @param admin shows that of the admin port
   */
  public CertificateWatch(
      BridgeConfig now,
      Supplier<BridgeConfig> again,
      Consumer<BridgeConfig> soap,
      Consumer<BridgeConfig> admin) {
    this.again = again;
    this.soap = soap;
    this.admin = admin;
    this.soapNow = soapTls(now);
    this.adminNow = now.admin().tls();
  }

  private static Optional<ServerTls> soapTls(BridgeConfig config) {
    return config.soap().tls().map(SoapTls::server);
  }

  /** Looks once. */
  public void look() {
    try {
      BridgeConfig read = again.get();
      Optional<ServerTls> soapRead = soapTls(read);
      if (soapNow.isPresent() && soapRead.isPresent() && !soapRead.equals(soapNow)) {
        soap.accept(read);
        soapNow = soapRead;
        LOG.info("soap.tls: another certificate is shown from now on");
      }
      Optional<ServerTls> adminRead = read.admin().tls();
      if (adminNow.isPresent() && adminRead.isPresent() && !adminRead.equals(adminNow)) {
        admin.accept(read);
        adminNow = adminRead;
        LOG.info("admin.tls: another certificate is shown from now on");
      }
      told = "";
    } catch (ConfigException | IllegalArgumentException unusable) {
      if (!told.equals(unusable.getMessage())) {
        told = String.valueOf(unusable.getMessage());
        LOG.warn("the certificates stay as they are: {}", told);
      }
    }
  }
}
