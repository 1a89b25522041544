package org.ocppbridge.adapter.soap.in;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A request as field chargers send it, and what has to come of it.
 *
 * @param name the row of the field facts it stands for, and what is odd
 * @param http header lines instead of the usual Content-Type
 * @param header content of the SOAP header instead of the usual identity
 * @param body content of the SOAP body instead of a Heartbeat of 1.6
 * @param document the whole document instead of an envelope
 * @param path instead of {@code /ocpp}
 * @param status expected status, 200 if absent; 0 means closed without an answer
 * @param operation expected operation
 * @param identity expected identity
 * @param from expected From; {@code none} for none
 * @param question texts that the question shows
 * @param losses fields that are named as losses, all of them
 * @param answer texts that the answer holds
 * @param not texts that the answer does not hold
 */
record FieldCase(
    String name,
    List<String> http,
    String header,
    String body,
    String document,
    String path,
    Integer status,
    String operation,
    String identity,
    String from,
    List<String> question,
    List<String> losses,
    List<String> answer,
    List<String> not) {

  static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

  private static final Map<String, String> WORDS =
      Map.of(
          "{ID}", "<c:chargeBoxIdentity xmlns:c=\"urn://Ocpp/Cs/2015/10/\">CP-1</c:chargeBoxIdentity>",
          "{HEARTBEAT}", "<heartbeatRequest xmlns=\"urn://Ocpp/Cs/2015/10/\"/>",
          "{WSA}", "http://www.w3.org/2005/08/addressing",
          "{WSA04}", "http://schemas.xmlsoap.org/ws/2004/08/addressing",
          "{SOAP12}", SOAP_12,
          "{SOAP11}", "http://schemas.xmlsoap.org/soap/envelope/",
          "{XSI}", "http://www.w3.org/2001/XMLSchema-instance");

  static List<FieldCase> all() throws IOException {
    try (InputStream in = FieldCase.class.getResourceAsStream("/soap/field-cases.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<FieldCase>>() {});
    }
  }

  byte[] request() {
    String text = document != null ? document : envelope(header == null ? "{ID}" : header, body == null ? "{HEARTBEAT}" : body);
    List<String> lines = http == null ? List.of("Host: bridge", "Content-Type: application/soap+xml; charset=utf-8") : http;
    return RawHttp.post(path == null ? "/ocpp" : path, lines, RawHttp.bytes(filled(text)));
  }

  static String envelope(String header, String body) {
    return filled(
        "<s:Envelope xmlns:s=\"{SOAP12}\"><s:Header>" + header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>");
  }

  static String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      filled = filled.replace(word.getKey(), word.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return name;
  }
}
