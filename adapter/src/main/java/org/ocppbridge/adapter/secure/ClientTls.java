package org.ocppbridge.adapter.secure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The client's side of TLS.
 *
 * @param context makes connections
 * @param trust judges the certificates of servers
 */
public record ClientTls(SSLContext context, CsmsTrust trust) {

  /** A certificate with its issuers behind it, and its key. */
  public record Identity(List<X509Certificate> chain, PrivateKey key) {

    /** Whether the key is that of the certificate. */
    public boolean fits() {
      return KeyPairs.belong(key, chain.getFirst().getPublicKey());
    }

    @Override
    public String toString() {
      return "Identity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
  }

  /**
   * Makes one.
   *
   * @param roots whom to trust; empty: whom Java trusts
   * @param moreRoots whom to trust besides
   * @param identity what to show if the server asks
   * @throws IllegalArgumentException if they cannot be used
   */
  public static ClientTls of(
      List<X509Certificate> roots, List<X509Certificate> moreRoots, Optional<Identity> identity) {
    try {
      List<X509Certificate> base =
          roots.isEmpty() && !moreRoots.isEmpty()
              ? Arrays.asList(judge(null).getAcceptedIssuers())
              : roots;
      List<X509Certificate> all = Stream.concat(base.stream(), moreRoots.stream()).toList();
      CsmsTrust trust = new CsmsTrust(judge(all.isEmpty() ? null : TlsParts.trusting(all)));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(TlsParts.keys(identity), new TrustManager[] {trust}, null);
      return new ClientTls(context, trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "certificate, key or trust cannot be used: " + e.getMessage(), e);
    }
  }

  private static X509ExtendedTrustManager judge(KeyStore roots) throws GeneralSecurityException {
    return Stream.of(TlsParts.trust(roots))
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("this Java has no X.509"));
  }
}
