package dev.runinprocess.codec;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Zones, and dates and times in them, one codec each. */
final class ZonedTimeCodecs {
    private ZonedTimeCodecs() {}

    static final class OfZoneId implements Codec<ZoneId> {
        static final OfZoneId INSTANCE = new OfZoneId();

        @Override
        public void write(ValueWriter out, ZoneId value) {
            StringCodec.INSTANCE.write(out, value.getId());
        }

        @Override
        public ZoneId read(ValueReader in) {
            return ZoneId.of(StringCodec.INSTANCE.read(in));
        }
    }

    static final class OfZoneOffset implements Codec<ZoneOffset> {
        static final OfZoneOffset INSTANCE = new OfZoneOffset();

        @Override
        public void write(ValueWriter out, ZoneOffset value) {
            out.writeInt(value.getTotalSeconds());
        }

        @Override
        public ZoneOffset read(ValueReader in) {
            return ZoneOffset.ofTotalSeconds(in.readInt());
        }
    }

    static final class OfOffsetTime implements Codec<OffsetTime> {
        static final OfOffsetTime INSTANCE = new OfOffsetTime();

        @Override
        public void write(ValueWriter out, OffsetTime value) {
            LocalTimeCodecs.OfLocalTime.INSTANCE.write(out, value.toLocalTime());
            OfZoneOffset.INSTANCE.write(out, value.getOffset());
        }

        @Override
        public OffsetTime read(ValueReader in) {
            LocalTime time = LocalTimeCodecs.OfLocalTime.INSTANCE.read(in);
            return OffsetTime.of(time, OfZoneOffset.INSTANCE.read(in));
        }
    }

    static final class OfOffsetDateTime implements Codec<OffsetDateTime> {
        static final OfOffsetDateTime INSTANCE = new OfOffsetDateTime();

        @Override
        public void write(ValueWriter out, OffsetDateTime value) {
            LocalTimeCodecs.OfLocalDateTime.INSTANCE.write(out, value.toLocalDateTime());
            OfZoneOffset.INSTANCE.write(out, value.getOffset());
        }

        @Override
        public OffsetDateTime read(ValueReader in) {
            LocalDateTime time = LocalTimeCodecs.OfLocalDateTime.INSTANCE.read(in);
            return OffsetDateTime.of(time, OfZoneOffset.INSTANCE.read(in));
        }
    }

    static final class OfZonedDateTime implements Codec<ZonedDateTime> {
        static final OfZonedDateTime INSTANCE = new OfZonedDateTime();

        @Override
        public void write(ValueWriter out, ZonedDateTime value) {
            LocalTimeCodecs.OfLocalDateTime.INSTANCE.write(out, value.toLocalDateTime());
            OfZoneOffset.INSTANCE.write(out, value.getOffset());
            OfZoneId.INSTANCE.write(out, value.getZone());
        }

        @Override
        public ZonedDateTime read(ValueReader in) {
            LocalDateTime time = LocalTimeCodecs.OfLocalDateTime.INSTANCE.read(in);
            ZoneOffset offset = OfZoneOffset.INSTANCE.read(in);
            // Keeps the offset of a time that occurs twice, and the instant where this JVM's rules for the zone are
            // newer.
            return ZonedDateTime.ofInstant(time, offset, OfZoneId.INSTANCE.read(in));
        }
    }
}
