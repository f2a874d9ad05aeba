package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.failure.NotTransferableException;
import dev.runinprocess.internal.launch.Outcome;
import dev.runinprocess.internal.launch.ThrowableRebuilder;
import dev.runinprocess.internal.protocol.FailureFrame;
import dev.runinprocess.internal.protocol.Identity;
import dev.runinprocess.internal.protocol.ProtocolException;
import java.util.function.Supplier;

/** How a call ended, as far as the thread that hears the worker knows: values are read, and exceptions built, by the thread that asks for them. */
public sealed interface Answer {
    /** Who asked for a call is long at something else, or waits on another thread: the exception that waiting throws has his frames. */
    StackTraceElement[] NOBODY = {};

    /** How many there are to read. */
    long bytes();

    /** The outcome. Runs code of the user's: constructors, codecs. Once for each answer. */
    <R> Outcome<R> read(Codec<R> codec, QueuedCall call);

    /**
     * It returned.
     *
     * @param body the result's bytes
     */
    record Returned(ValueReader body) implements Answer {
        @Override
        public long bytes() {
            return body.remaining();
        }

        @Override
        public <R> Outcome<R> read(Codec<R> codec, QueuedCall call) {
            try {
                return new Outcome.Returned<>(body.read(codec));
            } catch (RuntimeException | Error e) {
                return unreadable(call, e);
            }
        }
    }

    /**
     * Several calls of a run returned.
     *
     * @param body of each the length of its result, and that
     */
    record RunReturned(ValueReader body) implements Answer {
        @Override
        public long bytes() {
            return body.remaining();
        }

        /** That of the next. */
        @Override
        public <R> Outcome<R> read(Codec<R> codec, QueuedCall call) {
            long after = 0;
            try {
                int length = body.readInt();
                after = body.remaining() - length;
                R result = body.read(codec);
                if (body.remaining() == after) {
                    return new Outcome.Returned<>(result);
                }
                throw new NotTransferableException("it has more or less bytes than its codec read");
            } catch (RuntimeException | Error e) {
                skip(body.remaining() - after);
                return unreadable(call, e);
            }
        }

        /** What was not read of one. */
        private void skip(long bytes) {
            if (bytes > 0) {
                body.readBytes(new byte[(int) bytes], 0, (int) bytes);
            }
        }
    }

    /** A result that its codec refuses, or failed at. */
    private static <R> Outcome<R> unreadable(QueuedCall call, Throwable failure) {
        return new Outcome.Threw<>(
                failure instanceof NotTransferableException
                        ? failure
                        : new NotTransferableException(
                                "The result of " + call.method().displayName() + " came, but could not be read: "
                                        + failure,
                                failure));
    }

    /**
     * It threw.
     *
     * @param body the exception, taken apart
     * @param worker where that was
     */
    record Threw(ValueReader body, Identity worker) implements Answer {
        @Override
        public long bytes() {
            return body.remaining();
        }

        @Override
        public <R> Outcome<R> read(Codec<R> codec, QueuedCall call) {
            return new Outcome.Threw<>(rebuild(call.method()));
        }

        Throwable rebuild(PoolMethod method) {
            ClassLoader loader = method.definition().entryPoint().getClassLoader();
            try {
                return new ThrowableRebuilder(loader).rebuild(FailureFrame.read(body), worker, NOBODY);
            } catch (ProtocolException | NotTransferableException e) {
                return new NotTransferableException(
                        "What " + method.displayName() + " threw came, but could not be read: " + e, e);
            }
        }
    }

    /**
     * It has neither: its worker died, its time was over, or the pool ended.
     *
     * @param reason made anew for each who asks
     */
    record Failed(Supplier<Throwable> reason) implements Answer {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public <R> Outcome<R> read(Codec<R> codec, QueuedCall call) {
            return new Outcome.Threw<>(reason.get());
        }
    }
}
