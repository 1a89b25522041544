package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into what is kept. Reads as few blocks as it can, and no more than it may. */
final class Search {
  private static final Logger LOG = LoggerFactory.getLogger(Search.class);

  /** Most blocks read for one page, some 60 MB of text. */
  static final int BLOCKS_MAX = 250;

  private final Filter filter;
  private final long before;
  private final List<String> musts;

  /**
   * @param before only smaller ids
   */
  Search(Filter filter, long before) {
    this.filter = filter;
    this.before = before;
    List<String> needed = new ArrayList<>(2);
    filter.charger().ifPresent(id -> needed.add("\"charger\":" + LedgerJson.text(id)));
    filter.outcome().ifPresent(o -> needed.add("\"outcome\":\"" + o.word() + "\""));
    this.musts = needed;
  }

  private record Place(Segment segment, Block block) {}

  /** The newest ones. */
  Page page(Shelf.View view, int limit) {
    PriorityQueue<Exchange> best = new PriorityQueue<>(Comparator.comparingLong(Exchange::id));
    List<String> tail = concerns(view.tail()) ? view.tail().lines() : List.of();
    tail.forEach(line -> take(line, best, limit));
    long searched = Long.MIN_VALUE;
    int read = 0;
    for (Place place : places(view)) {
      boolean enough = best.size() == limit && best.peek().id() > place.block().most();
      if (enough) {
        break;
      }
      if (read++ == BLOCKS_MAX) {
        searched = place.block().most() + 1;
        break;
      }
      lines(place).forEach(line -> take(line, best, limit));
    }
    return page(best, limit, searched);
  }

  /** Below {@code searched} nothing is certain. */
  private static Page page(PriorityQueue<Exchange> best, int limit, long searched) {
    List<Exchange> found =
        best.stream()
            .filter(exchange -> exchange.id() >= searched)
            .sorted(Comparator.comparingLong(Exchange::id).reversed())
            .toList();
    Optional<Long> next =
        found.size() == limit
            ? Optional.of(found.getLast().id())
            : Optional.of(searched).filter(id -> id > Long.MIN_VALUE);
    return new Page(found, next);
  }

  private void take(String line, PriorityQueue<Exchange> best, int limit) {
    parsed(line)
        .ifPresent(
            exchange -> {
              best.add(exchange);
              if (best.size() > limit) {
                best.remove();
              }
            });
  }

  /** All of them, in about the order they ended. */
  void all(Shelf.View view, Predicate<Exchange> taker) {
    List<Place> places = new ArrayList<>(places(view));
    places.sort(Comparator.comparingLong(place -> place.block().most()));
    for (Place place : places) {
      for (String line : lines(place)) {
        if (!parsed(line).map(taker::test).orElse(true)) {
          return;
        }
      }
    }
    for (String line : view.tail().lines()) {
      if (!parsed(line).map(taker::test).orElse(true)) {
        return;
      }
    }
  }

  private List<Place> places(Shelf.View view) {
    List<Place> places = new ArrayList<>();
    for (Segment segment : view.segments()) {
      for (Block block : segment.blocks()) {
        if (concerns(new Block.Lines(List.of(), block.least(), block.most(), block.chargers()))) {
          places.add(new Place(segment, block));
        }
      }
    }
    places.sort(Comparator.comparingLong((Place place) -> place.block().most()).reversed());
    return places;
  }

  private boolean concerns(Block.Lines lines) {
    return lines.least() < before
        && filter.charger().map(lines.chargers()::mayHold).orElse(true)
        && filter.from().map(from -> lines.most() >= Ids.of(from)).orElse(true)
        && filter.to().map(to -> lines.least() < Ids.of(to) + 1_000_000).orElse(true);
  }

  /** What is gone meanwhile, or damaged, is left out. */
  private static List<String> lines(Place place) {
    try (FileChannel file = place.segment().read()) {
      return place.block().lines(file);
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException damaged) {
      LOG.warn("{}: {}", place.segment().path(), damaged.getMessage());
      return List.of();
    }
  }

  private Optional<Exchange> parsed(String line) {
    for (String must : musts) {
      if (!line.contains(must)) {
        return Optional.empty();
      }
    }
    try {
      Exchange exchange = LedgerJson.exchange(line);
      return Optional.of(exchange).filter(e -> e.id() < before).filter(filter::wants);
    } catch (JsonProcessingException damaged) {
      LOG.warn("a line of the ledger cannot be read: {}", damaged.getOriginalMessage());
      return Optional.empty();
    }
  }
}
