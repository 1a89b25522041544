package org.ocppbridge.mappings.soap;

import org.ocppbridge.mappings.model.Operation;

/**
 * One operation of one SOAP version: the generated types and how they are converted.
 *
 * @param <Q> the request in the model
 * @param <A> the answer in the model
 * @param <S> the generated request
 * @param <T> the generated answer
 */
sealed interface Row<Q, A, S, T> {

  Operation<Q, A> operation();

  /** The generated type of the request. */
  Class<S> request();

  /** The generated type of the answer. */
  Class<T> answer();

  /** Reads a generated value, field by field. */
  @FunctionalInterface
  interface Read<S, Q> {
    Q read(S generated, FieldReader in);
  }

  /** Writes a generated value. */
  @FunctionalInterface
  interface Write<A, T> {
    T write(A model, Losses losses);
  }

  /** The charger asks: its request is read, the answer is written. */
  record Asked<Q, A, S, T>(
      Operation<Q, A> operation,
      Class<S> request,
      Class<T> answer,
      Read<S, Q> read,
      Write<A, T> write)
      implements Row<Q, A, S, T> {}

  /** The charger is told: the request is written, its answer is read. */
  record Told<Q, A, S, T>(
      Operation<Q, A> operation,
      Class<S> request,
      Class<T> answer,
      Write<Q, S> write,
      Read<T, A> read)
      implements Row<Q, A, S, T> {}
}
