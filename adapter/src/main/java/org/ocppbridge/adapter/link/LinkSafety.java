package org.ocppbridge.adapter.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.LinkSecurity;

/**
 * The security of one charger's link, as its mappings see it.
 *
 * @param hosts hosts that the CSMS may name, in lower case; those with a port with that port alone
 */
public record LinkSafety(LinkCredentials credentials, LinkWays ways, Set<String> hosts)
    implements LinkSecurity {

  @Override
  public List<X509Certificate> configuredRoots() {
    return credentials.configuredRoots();
  }

  @Override
  public List<X509Certificate> csmsChain() {
    return ways.csmsChain();
  }

  @Override
  public boolean configuredCertificate() {
    return credentials.hasCertificate();
  }

  @Override
  public boolean configuredPassword() {
    return credentials.hasPassword();
  }

  @Override
  public boolean hexadecimalPassword() {
    return credentials.hexadecimal();
  }

  @Override
  public boolean reaches(int securityProfile) {
    return credentials.reaches(securityProfile);
  }

  @Override
  public boolean allows(String url) {
    try {
      URI place = new URI(url);
      if (place.getHost() == null || place.getRawUserInfo() != null) {
        return false;
      }
      String host = place.getHost().toLowerCase(Locale.ROOT);
      return hosts.contains(host) || hosts.contains(host + ":" + place.getPort());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public Optional<String> seal(String secret) {
    return credentials.seal(secret);
  }
}
