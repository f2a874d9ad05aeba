package dev.runinprocess.codec;

import java.util.TimeZone;

/** Time zones, by id. */
final class TimeZoneCodec implements Codec<TimeZone> {
    static final TimeZoneCodec INSTANCE = new TimeZoneCodec();

    private TimeZoneCodec() {}

    @Override
    public void write(ValueWriter out, TimeZone value) {
        if (!TimeZone.getTimeZone(value.getID()).equals(value)) {
            throw Refusal.of("The time zone " + value.getID()
                    + " has rules of its own, which its id does not stand for. Send a java.time.ZoneId.");
        }
        StringCodec.INSTANCE.write(out, value.getID());
    }

    @Override
    public TimeZone read(ValueReader in) {
        String id = StringCodec.INSTANCE.read(in);
        TimeZone zone = TimeZone.getTimeZone(id);
        if (!zone.getID().equals(id)) {
            // getTimeZone answers GMT for an id it does not know.
            throw Refusal.of("The time zone " + id + " is not known in this JVM. Send a java.time.ZoneId.");
        }
        return zone;
    }
}
