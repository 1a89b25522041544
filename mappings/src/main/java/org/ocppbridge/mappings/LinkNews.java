package org.ocppbridge.mappings;

/** What the adapter tells of the connection to the CSMS, and of what it did in the background. */
public sealed interface LinkNews {

  /** The key pair that {@link AccessChange.CertificateWanted} asked for. */
  record KeyPairMade(Access.KeyPair request) implements LinkNews {}

  /** There is none. */
  record NoKeyPair(String why) implements LinkNews {}

  /** An upload has come to its end. */
  record UploadEnded(int requestId, UploadResult result) implements LinkNews {}

  /** How an upload ended. */
  enum UploadResult {
    UPLOADED("Uploaded"),
    FAILED("UploadFailure"),
    /** The server refused its form. */
    BAD_MESSAGE("BadMessage"),
    /** The server cannot take it. */
    NOT_SUPPORTED("NotSupportedOperation"),
    /** The server does not let us. */
    PERMISSION_DENIED("PermissionDenied");

    private final String wire;

    UploadResult(String wire) {
      this.wire = wire;
    }

    /** The word of LogStatusNotification. */
    public String wire() {
      return wire;
    }
  }

  /** No connection came about; told once for each reason until there is one. */
  record NotConnected(Trouble trouble, String why) implements LinkNews {}

  /** What was wrong, as far as it is about security. */
  enum Trouble {
    /** The CSMS's certificate is not trusted, has expired, or is for another name. */
    CSMS_CERTIFICATE,
    /** The CSMS does not take what the bridge signs in with. */
    CREDENTIALS,
    /** The CSMS has no version of TLS that is allowed. */
    TLS_VERSION,
    /** The CSMS has no cipher suite that is allowed. */
    TLS_CIPHER_SUITE,
    /** Anything else. */
    OTHER
  }
}
