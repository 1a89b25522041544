package org.ocppbridge.mappings.soap.envelope;

/**
 * The fixed addresses of the WS-Addressing versions: 2005/08, which OCPP names, and 2004/08, which
 * old stacks still send (FF A19).
 */
public final class Addressing {

  public static final String W3C_2005_08 = "http://www.w3.org/2005/08/addressing";
  public static final String SUBMISSION_2004_08 =
      "http://schemas.xmlsoap.org/ws/2004/08/addressing";

  private Addressing() {}

  /** The address that means "in the HTTP answer". */
  public static String anonymous(String namespace) {
    return bare(namespace)
        + (namespace.startsWith("http://www.w3.org/") ? "/anonymous" : "/role/anonymous");
  }

  /** The action of a fault. */
  public static String faultAction(String namespace) {
    return bare(namespace) + "/fault";
  }

  private static String bare(String namespace) {
    return namespace.endsWith("/") ? namespace.substring(0, namespace.length() - 1) : namespace;
  }
}
