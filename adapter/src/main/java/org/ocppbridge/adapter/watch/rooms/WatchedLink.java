package org.ocppbridge.adapter.watch.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.adapter.watch.Stage;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.mappings.Reply;

/** A link whose calls are measured. */
public record WatchedLink(CsmsLink link, Watch watch) implements CsmsLink {

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
    return told(action, link.call(action, payload, timeout));
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload) {
    return told(action, link.call(action, payload));
  }

  private CompletableFuture<Reply> told(String action, CompletableFuture<Reply> call) {
    Watch.Timing timing = watch.stage(Stage.CSMS, action);
    return call.whenComplete((reply, failure) -> timing.end(outcome(reply)));
  }

  private static String outcome(Reply reply) {
    return switch (reply) {
      case Reply.Result _ -> "result";
      case Reply.Error _ -> "error";
      case Reply.None _ -> "no_answer";
      case Reply.Unsendable _ -> "unsendable";
      case null -> "failed";
    };
  }

  @Override
  public void open() {
    link.open();
  }

  @Override
  public State state() {
    return link.state();
  }

  @Override
  public String trouble() {
    return link.trouble();
  }

  @Override
  public void pingEvery(Duration interval) {
    link.pingEvery(interval);
  }

  @Override
  public void retryBy(Reconnect rules) {
    link.retryBy(rules);
  }

  @Override
  public void reconnect(String why) {
    link.reconnect(why);
  }

  @Override
  public void close() {
    link.close();
  }
}
