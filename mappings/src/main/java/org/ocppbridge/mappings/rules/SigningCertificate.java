package org.ocppbridge.mappings.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** The certificate that came with signed firmware (MR B5, L01.FR.02). */
public final class SigningCertificate {

  private SigningCertificate() {}

  /** Whether it is a certificate in PEM form that is valid now. */
  public static boolean usable(String pem, Instant now) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      ((X509Certificate) certificate).checkValidity(Date.from(now));
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }
}
