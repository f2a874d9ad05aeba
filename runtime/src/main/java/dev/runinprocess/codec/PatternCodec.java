package dev.runinprocess.codec;

import java.util.regex.Pattern;

/** Regular expressions, with their flags. */
final class PatternCodec implements Codec<Pattern> {
    static final PatternCodec INSTANCE = new PatternCodec();

    private PatternCodec() {}

    /*
     * Pattern.flags() mixes the flags given to compile() with those that the expression itself turns on or off: "a(?i)b" says
     * CASE_INSENSITIVE although its "a" is not. Only Java serialization keeps the former apart, so it carries such expressions.
     */
    @Override
    public void write(ValueWriter out, Pattern value) {
        boolean setsFlags = setsFlags(value.pattern());
        out.writeBoolean(setsFlags);
        if (setsFlags) {
            serialization().write(out, value);
        } else {
            out.writeInt(value.flags());
            StringCodec.INSTANCE.write(out, value.pattern());
        }
    }

    /** Whether "(?" is followed by a letter or a minus anywhere; a named group's name comes after a "&lt;". */
    private static boolean setsFlags(String expression) {
        int at = expression.indexOf("(?");
        while (at >= 0 && at + 2 < expression.length()) {
            char next = expression.charAt(at + 2);
            if (next == '-' || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z')) {
                return true;
            }
            at = expression.indexOf("(?", at + 2);
        }
        return false;
    }

    @Override
    public Pattern read(ValueReader in) {
        if (in.readBoolean()) {
            Pattern value = serialization().read(in);
            value.matcher(""); // compiles it, which a deserialized one puts off; a malformed one fails here
            return value;
        }
        int flags = in.readInt();
        return Pattern.compile(StringCodec.INSTANCE.read(in), flags);
    }

    private static Codec<Pattern> serialization() {
        return new JavaSerializationCodec<>(Pattern.class);
    }
}
