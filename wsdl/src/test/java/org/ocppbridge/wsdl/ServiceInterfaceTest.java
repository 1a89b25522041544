package org.ocppbridge.wsdl;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the code generator has to get right for the rest of the bridge. */
class ServiceInterfaceTest {

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of(org.ocppbridge.wsdl.cs12.CentralSystemService.class, 9),
        Arguments.of(org.ocppbridge.wsdl.cp12.ChargePointService.class, 9),
        Arguments.of(org.ocppbridge.wsdl.cs15.CentralSystemService.class, 10),
        Arguments.of(org.ocppbridge.wsdl.cp15.ChargePointService.class, 15),
        Arguments.of(org.ocppbridge.wsdl.cs16.CentralSystemService.class, 10),
        Arguments.of(org.ocppbridge.wsdl.cp16.ChargePointService.class, 19));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyOperationTakesTheIdentityAsAHeader(Class<?> service, int operations) {
    assertThat(service.getMethods()).hasSize(operations);
    for (Method method : service.getMethods()) {
      assertThat(method.getParameterCount()).as(method.getName()).isEqualTo(2);
      WebParam identity = method.getParameters()[1].getAnnotation(WebParam.class);
      assertThat(identity.name()).isEqualTo("chargeBoxIdentity");
      assertThat(identity.header()).as(method.getName()).isTrue();
      assertThat(method.getParameterTypes()[1]).isEqualTo(String.class);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyOperationHasItsAction(Class<?> service, int operations) {
    assertThat(service.getMethods())
        .allSatisfy(
            method -> {
              WebMethod web = method.getAnnotation(WebMethod.class);
              assertThat(web.action()).isEqualTo("/" + web.operationName());
            });
  }

  @ParameterizedTest
  @MethodSource("services")
  void simpleValuesAreTexts(Class<?> service, int operations) {
    assertThat(service.getMethods())
        .flatExtracting(m -> Arrays.asList(m.getParameterTypes()[0], m.getReturnType()))
        .flatExtracting(type -> Arrays.asList(((Class<?>) type).getDeclaredFields()))
        .allSatisfy(field -> assertThat(isTextOrStructure((Field) field)).as("" + field).isTrue());
  }

  private static boolean isTextOrStructure(Field field) {
    Class<?> type = field.getType();
    return type == String.class
        || type == java.util.List.class
        || type.getPackageName().startsWith("org.ocppbridge.wsdl");
  }
}
