package dev.waymark.measure;

/**
 * Writes a state down and reads it again, to send it between machines or keep it.
 *
 * @param <S> the state
 */
public interface StateCodec<S> {

    /** The state as bytes; equal states give equal bytes. */
    byte[] encode(S state);

    /** The state that was written down. */
    S decode(byte[] bytes);
}
