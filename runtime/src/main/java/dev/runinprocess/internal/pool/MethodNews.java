package dev.runinprocess.internal.pool;

import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.internal.protocol.ProtocolException;
import dev.runinprocess.link.TaskDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is told of a method before the first call.
 *
 * @param number by which calls name it
 * @param entryPoint the class that reads its arguments
 * @param signature for messages
 * @param fingerprint what the class must have, too
 */
record MethodNews(int number, String entryPoint, String signature, String fingerprint) {
    static MethodNews of(PoolMethod method) {
        TaskDefinition definition = method.definition();
        return new MethodNews(
                method.number(), definition.entryPoint().getName(), definition.signature(), definition.fingerprint());
    }

    void write(ValueWriter out) {
        out.writeInt(number);
        out.write(Codecs.string(), entryPoint);
        out.write(Codecs.string(), signature);
        out.write(Codecs.string(), fingerprint);
    }

    static MethodNews read(ValueReader in) throws ProtocolException {
        return new MethodNews(in.readInt(), readText(in), readText(in), readText(in));
    }

    private static String readText(ValueReader in) throws ProtocolException {
        @Nullable String text = in.read(Codecs.string());
        if (text == null) {
            throw new ProtocolException("a method lacks a name");
        }
        return text;
    }
}
