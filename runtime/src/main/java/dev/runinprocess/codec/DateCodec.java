package dev.runinprocess.codec;

import java.util.Date;

/** Dates, as milliseconds. */
@SuppressWarnings("JavaUtilDate") // users may have them all the same
final class DateCodec implements Codec<Date> {
    static final DateCodec INSTANCE = new DateCodec();

    private DateCodec() {}

    @Override
    public void write(ValueWriter out, Date value) {
        if (value.getClass() != Date.class) {
            throw Refusal.of(
                    "A " + value.getClass().getName()
                            + " is more than a java.util.Date and would arrive as one. Send a java.time.Instant, or register a codec.");
        }
        out.writeLong(value.getTime());
    }

    @Override
    public Date read(ValueReader in) {
        return new Date(in.readLong());
    }
}
