package dev.runinprocess.processor.testing;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.link.BoundTask;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** A launch without a process: arguments and result go through the generated codecs as they would between two JVMs. */
public final class Launched {
    private Launched() {}

    /** Sends the arguments, calls the method with what arrives, and sends the result back. */
    public static @Nullable Object run(CompiledProgram program, String entryPoint, @Nullable Object... arguments)
            throws Throwable {
        return run(bind(program, entryPoint, arguments));
    }

    /** The same for a task that is bound to its arguments. */
    public static <R> @Nullable R run(BoundTask<R> task) throws Throwable {
        ValueWriter out = new ValueWriter();
        task.write(out);
        ValueReader in = new ValueReader(out.toPayload());
        BoundTask<R> received = task.entryPoint().read(in);
        if (in.remaining() != 0) {
            throw new AssertionError(in.remaining() + " bytes were written and not read");
        }
        return returned(received);
    }

    private static <R> @Nullable R returned(BoundTask<R> task) throws Throwable {
        Codec<R> codec = task.result();
        ValueWriter out = new ValueWriter();
        out.write(codec, task.invoke());
        return new ValueReader(out.toPayload()).read(codec);
    }

    private static BoundTask<?> bind(CompiledProgram program, String entryPoint, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        return (BoundTask<?>) construct(program, entryPoint + "$Arguments", arguments);
    }

    /** Calls the one constructor of a class. */
    public static Object construct(CompiledProgram program, String type, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        Constructor<?> constructor = program.type(type).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }
}
