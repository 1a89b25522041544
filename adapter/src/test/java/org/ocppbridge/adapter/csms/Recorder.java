package org.ocppbridge.adapter.csms;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A listener that notes what it is told. */
final class Recorder implements CsmsLink.Listener {

  final List<String> events = new CopyOnWriteArrayList<>();
  final BlockingQueue<CsmsLink.Incoming> calls = new LinkedBlockingQueue<>();

  @Override
  public void up() {
    events.add("up");
  }

  @Override
  public void down(String reason) {
    events.add("down: " + reason);
  }

  @Override
  public void call(CsmsLink.Incoming call) {
    events.add("call " + call.action());
    calls.add(call);
  }
}
