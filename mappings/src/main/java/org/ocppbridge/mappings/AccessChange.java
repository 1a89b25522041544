package org.ocppbridge.mappings;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Access.Identity;
import org.ocppbridge.mappings.Access.KeyPair;
import org.ocppbridge.mappings.Access.Network;
import org.ocppbridge.mappings.Access.Profile;
import org.ocppbridge.mappings.Access.Root;
import org.ocppbridge.mappings.Access.Signing;
import org.ocppbridge.mappings.Access.Upload;

/** Changes of how a charger gets to its CSMS. The adapter obeys {@link ChargerState#access()}. */
public sealed interface AccessChange extends Change {

  /** How it is after the change. */
  Access changed(Access access);

  @Override
  default ChargerState applyTo(ChargerState s) {
    return s.with(changed(s.access()));
  }

  /** The CSMS gave a Basic password; sealed. */
  record PasswordGiven(String sealed) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.withPasswords(access.password(), Optional.of(sealed));
    }
  }

  /** A certificate shall be asked for. Takes the place of one that has not come. */
  record CertificateWanted(String commonName, String organization) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(Optional.of(new Signing(commonName, organization, 0, Optional.empty())));
    }
  }

  /** The key pair for it is there. */
  record KeyPairMade(KeyPair request) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(
          access
              .signing()
              .map(
                  s ->
                      new Signing(
                          s.commonName(), s.organization(), s.attempts(), Optional.of(request))));
    }
  }

  /** The CSMS was asked for the certificate once more. */
  record CertificateAskedFor() implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(
          access
              .signing()
              .map(
                  s ->
                      new Signing(
                          s.commonName(), s.organization(), s.attempts() + 1, s.request())));
    }
  }

  /** The certificate will not come. */
  record CertificateGivenUp() implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(Optional.<Signing>empty());
    }
  }

  /** The certificate has come, for the key pair that waits. */
  record CertificateSigned(String chain) implements AccessChange {
    @Override
    public Access changed(Access access) {
      Optional<Identity> next =
          access.signing().flatMap(Signing::request).map(r -> new Identity(r.key(), chain));
      return access.withCertificates(access.certificate(), next).with(Optional.<Signing>empty());
    }
  }

  /** A certificate was installed. */
  record Installed(String fingerprint, Root root) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(Copies.with(access.roots(), fingerprint, root, Access.ROOTS_MAX));
    }
  }

  /** An installed certificate was deleted. */
  record Deleted(String fingerprint) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.with(Copies.without(access.roots(), fingerprint));
    }
  }

  /** From now on these network profiles are tried, in this order. */
  record OrderInForce(List<Profile> profiles) implements AccessChange {
    @Override
    public Access changed(Access access) {
      Network n = access.network();
      return access.with(
          new Network(List.copyOf(profiles), n.slot(), n.profile(), n.nextProfile(), n.moved()));
    }
  }

  /** A higher security profile shall be tried on the configured connection. */
  record ProfileWanted(int profile) implements AccessChange {
    @Override
    public Access changed(Access access) {
      Network n = access.network();
      return access.with(
          new Network(n.order(), n.slot(), n.profile(), Optional.of(profile), n.moved()));
    }
  }

  /** Which of several passwords or certificates a connection was made with. */
  enum Proved {
    /** It had no use for one. */
    NONE,
    /** The one that had not been tried yet. */
    NEXT,
    /** The one that the CSMS set before. */
    KEPT,
    /** The one in the settings. */
    CONFIGURED
  }

  /**
   * A connection was made. What it was made with is good; what came before it in the order of
   * trying is not, and forgotten. Over a new way all waits for a BootNotification (B10.FR.10).
   */
  record Connected(int slot, int profile, Proved password, Proved certificate)
      implements AccessChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      boolean moves = slot != s.access().network().slot();
      ChargerState connected = s.with(changed(s.access()));
      return moves ? connected.with(s.registration().owing(true)) : connected;
    }

    @Override
    public Access changed(Access access) {
      Access proved =
          switch (password) {
            case NONE -> access;
            case NEXT -> access.withPasswords(access.nextPassword(), Optional.empty());
            case KEPT -> access.withPasswords(access.password(), Optional.empty());
            case CONFIGURED -> access.withPasswords(Optional.empty(), Optional.empty());
          };
      proved =
          switch (certificate) {
            case NONE -> proved;
            case NEXT -> proved.withCertificates(access.nextCertificate(), Optional.empty());
            case KEPT -> proved.withCertificates(access.certificate(), Optional.empty());
            case CONFIGURED -> proved.withCertificates(Optional.empty(), Optional.empty());
          };
      Network n = access.network();
      return proved.with(
          new Network(
              n.order(),
              slot,
              Math.max(n.profile(), profile),
              Optional.empty(),
              n.moved() || slot != n.slot()));
    }
  }

  /** The CSMS got, or gets, a BootNotification over the new way. */
  record MovedOver() implements AccessChange {
    @Override
    public Access changed(Access access) {
      Network n = access.network();
      return access.with(new Network(n.order(), n.slot(), n.profile(), n.nextProfile(), false));
    }
  }

  /** The security log shall be uploaded. */
  record UploadWanted(Upload upload) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.withUpload(Optional.of(upload));
    }
  }

  /** An upload has come to its end. */
  record UploadOver(int requestId) implements AccessChange {
    @Override
    public Access changed(Access access) {
      return access.withUpload(access.upload().filter(u -> u.requestId() != requestId));
    }
  }
}
