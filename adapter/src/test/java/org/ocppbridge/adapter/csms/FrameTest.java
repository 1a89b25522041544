package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void the_three_messages_are_read() {
    assertThat(Frame.read("[2,\"a\",\"Reset\",{\"type\":\"Soft\"}]"))
        .isEqualTo(new Frame.Call("a", "Reset", object().put("type", "Soft")));
    assertThat(Frame.read(" [3,\"a\",{}] ")).isEqualTo(new Frame.CallResult("a", object()));
    assertThat(Frame.read("[4,\"a\",\"GenericError\",\"why\",{\"x\":1}]"))
        .isEqualTo(new Frame.CallError("a", "GenericError", "why"));
  }

  @Test
  void missing_and_surplus_elements_are_tolerated() {
    assertThat(Frame.read("[2,\"a\",\"ClearCache\"]"))
        .isEqualTo(new Frame.Call("a", "ClearCache", object()));
    assertThat(Frame.read("[3,\"a\",null]")).isEqualTo(new Frame.CallResult("a", object()));
    assertThat(Frame.read("[3,\"a\",{},1,2]")).isEqualTo(new Frame.CallResult("a", object()));
    assertThat(Frame.read("[4,\"a\"]")).isEqualTo(new Frame.CallError("a", "GenericError", ""));
    assertThat(Frame.read("[4,\"a\",\"X\",null,null]"))
        .isEqualTo(new Frame.CallError("a", "X", ""));
  }

  @Test
  void a_payload_may_be_anything() {
    assertThat(Frame.read("[2,\"a\",\"Reset\",[1]]"))
        .isInstanceOfSatisfying(
            Frame.Call.class, call -> assertThat(call.payload().isArray()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2,17,\"Reset\",{}] | 2 | 17",
        "[2,\"a\",5,{}] | 2 | a",
        "[2,\"a\",\"Reset\",{ | 2 | a",
        "[3,\"a\",{\"x\":tru} | 3 | a",
        "[2,\"a\",\"Reset\",{}] [ | 2 | a",
        "[2,\"a\",\"Reset\",{\"x\":1e999999999}] | 2 | a",
        "[2,\"a\",\"Reset\",{\"x\":1e-999999999}] | 2 | a",
        "[2,\"a\",\"Reset\",{\"x\":1e99999999999}] | 2 | a"
      })
  void broken_frames_keep_their_id_where_it_can_be_read(String text, int type, String id) {
    assertThat(Frame.read(text))
        .isInstanceOfSatisfying(
            Frame.Unreadable.class,
            frame -> {
              assertThat(frame.type()).isEqualTo(type);
              assertThat(frame.id()).isEqualTo(Optional.of(id));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{}",
        "[]",
        "[\"2\",\"a\"]",
        "[2]",
        "[2,\"\",\"Reset\",{}]",
        "[2,{},\"Reset\",{}]",
        "null",
        "[2.5,\"a\"]"
      })
  void what_is_no_frame_is_told_without_an_id(String text) {
    assertThat(Frame.read(text))
        .isInstanceOfSatisfying(Frame.Unreadable.class, frame -> assertThat(frame.id()).isEmpty());
  }

  @Test
  void unknown_types_are_told_apart() {
    assertThat(Frame.read("[6,\"a\",\"NotifyPeriodicEventStream\",{}]"))
        .isEqualTo(new Frame.UnknownType("6"));
    assertThat(Frame.read("[99999999999,\"a\"]")).isInstanceOf(Frame.UnknownType.class);
  }

  @Test
  void deep_nesting_is_refused_and_not_followed() {
    assertThat(Frame.read("[2,\"a\",\"X\"," + "[".repeat(100_000)))
        .isInstanceOf(Frame.Unreadable.class);
  }

  @Test
  void numbers_keep_their_digits() {
    Frame.Call call =
        (Frame.Call)
            Frame.read("[2,\"a\",\"X\",{\"v\":0.10,\"w\":12345678901234567890.123456789}]");
    assertThat(call.payload().path("v").decimalValue()).isEqualTo(new BigDecimal("0.10"));
    assertThat(Frame.callResult("a", (ObjectNode) call.payload()))
        .isEqualTo("[3,\"a\",{\"v\":0.10,\"w\":12345678901234567890.123456789}]");
    assertThat(Frame.call("b", "X", object().put("v", new BigDecimal("1E+3")))).contains("1000");
  }

  @Test
  void a_number_that_would_fill_the_memory_is_not_written() {
    assertThatThrownBy(
            () -> Frame.call("a", "X", object().put("v", new BigDecimal("1E+999999999"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_refusal_has_a_short_description_and_details() {
    assertThat(Frame.callError("a", "InternalError", ""))
        .isEqualTo("[4,\"a\",\"InternalError\",\"\",{}]");
    Frame.CallError read =
        (Frame.CallError) Frame.read(Frame.callError("a", "X", "🚗".repeat(300)));
    assertThat(read.description()).hasSize(254).matches("(🚗)+");
  }

  @Property(tries = 500)
  void reading_never_fails(@ForAll String text) {
    assertThat(Frame.read(text)).isNotNull();
    assertThat(Frame.read("[2,\"" + text)).isNotNull();
  }
}
