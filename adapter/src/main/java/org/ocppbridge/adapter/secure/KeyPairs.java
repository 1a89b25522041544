package org.ocppbridge.adapter.secure;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** New key pairs and requests to certify them (2.0.1 A02, white paper A02). */
public final class KeyPairs {

  /** 128 bits of security (A00.FR.507). */
  private static final String CURVE = "secp256r1";

  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  private KeyPairs() {}

  /**
   * A key pair.
   *
   * @param csr PEM (PKCS #10)
   * @param publicKey Base64 of its SubjectPublicKeyInfo
   * @param privateKey Base64 of its PKCS #8 form: secret
   */
  public record Made(String csr, String publicKey, String privateKey) {
    @Override
    public String toString() {
      return "Made[publicKey=" + publicKey + ", privateKey=***]";
    }
  }

  /**
   * Makes a key pair for this name.
   *
   * @throws IllegalStateException if this Java cannot
   */
  public static Made make(String commonName, String organization) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair pair = generator.generateKeyPair();
      return new Made(
          pem("CERTIFICATE REQUEST", csr(commonName, organization, pair)),
          Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
          Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no key pair could be made: " + e.getMessage(), e);
    }
  }

  private static byte[] csr(String commonName, String organization, KeyPair pair)
      throws OperatorCreationException, IOException {
    X500NameBuilder name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.O, organization)
            .addRDN(BCStyle.CN, commonName);
    return new JcaPKCS10CertificationRequestBuilder(name.build(), pair.getPublic())
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
        .getEncoded();
  }

  private static String pem(String kind, byte[] bytes) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }

  /**
   * Reads a private key.
   *
   * @param base64 PKCS #8; line ends do not matter
   * @throws IllegalArgumentException if it is none
   */
  public static PrivateKey read(String base64) {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // Of another algorithm: the next one is tried.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java has no " + algorithm, e);
      }
    }
    throw new IllegalArgumentException("the key is none of " + String.join(", ", ALGORITHMS));
  }

  /** Whether two keys are a pair: what the one signs the other confirms. */
  public static boolean belong(PrivateKey key, PublicKey other) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    byte[] sample = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(other);
      signature.update(sample);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
