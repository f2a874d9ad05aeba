package dev.runinprocess.channel;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;

/** Which codec the elements go by, in the form in which a handle crosses: so that a receiver with another one refuses the handle, and does not read nonsense. */
final class ElementMark {
    /*
     * A codec is known by its class, if that has a name of its own. Codecs that stand inside other classes may be generated, one for each method that declares the type, and write the same
     * bytes; lambdas have another name in each JVM. Of those it is only known that they are none of the library's.
     */
    private static final String LIBRARY = Codec.class.getPackageName() + ".";
    private static final String UNKNOWN = "";

    private ElementMark() {}

    static void write(ValueWriter out, Codec<?> codec) {
        out.write(Codecs.string(), name(codec));
    }

    /**
     * Reads what was written where the handle came from.
     *
     * @param codec the one that the receiver was told to use
     * @param what the type of the handle, for the message
     * @throws NotTransferableException if they certainly differ
     */
    static void check(ValueReader in, Codec<?> codec, String what) {
        String sent = in.read(Codecs.string());
        String here = name(codec);
        if (!agree(sent, here)) {
            throw new NotTransferableException("The elements of this " + what + " go by " + orOther(sent)
                    + ", but where it arrived they would be read by " + orOther(here)
                    + ". Make the queue with the codec of the declared type, or name the codec there with @UseCodec.");
        }
    }

    private static boolean agree(String one, String other) {
        return one.equals(other)
                || (one.equals(UNKNOWN) && !other.startsWith(LIBRARY))
                || (other.equals(UNKNOWN) && !one.startsWith(LIBRARY));
    }

    private static String orOther(String name) {
        return name.equals(UNKNOWN) ? "a codec of the program's" : name;
    }

    private static String name(Codec<?> codec) {
        Class<?> type = codec.getClass();
        String name = type.getName();
        boolean isNamed = name.startsWith(LIBRARY) || (!type.isHidden() && type.getEnclosingClass() == null);
        return isNamed ? name : UNKNOWN;
    }
}
