package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runinprocess.failure.NotTransferableException;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.SimpleTimeZone;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** Values of a transferable type that cannot cross all the same. */
@SuppressWarnings("JavaUtilDate")
class RefusedValuesTest {
    @Test
    void subclassOfDate_isRefused() {
        assertRefused(Codecs.date(), new Date(1) {
                    private static final long serialVersionUID = 1L;
                })
                .contains("java.time.Instant");
    }

    @Test
    void timeZoneWithRulesOfItsOwn_isRefused() {
        assertRefused(Codecs.timeZone(), new SimpleTimeZone(1234, "Mine"))
                .contains("Mine")
                .contains("ZoneId");
    }

    @Test
    void timeZoneThatTheReceiverDoesNotKnow_isRefused() {
        Payload payload = Crossing.encode(Codecs.string(), "Atlantis/Capital");

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(payload).read(Codecs.timeZone()))
                .withMessageContaining("Atlantis/Capital");
    }

    @Test
    void urlWithAHandlerOfItsOwn_isRefused() throws IOException {
        URL url = new URL(null, "mine://x", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL target) {
                throw new UnsupportedOperationException();
            }
        });

        assertRefused(Codecs.url(), url).contains("mine://x").contains("java.net.URI");
    }

    @Test
    void enumConstantThatItsCodecWasNotGiven_isRefused() {
        Codec<TimeUnit> codec = Codecs.enumOf(new TimeUnit[] {TimeUnit.NANOSECONDS, TimeUnit.DAYS});

        assertRefused(codec, TimeUnit.DAYS).contains("DAYS").contains("values()");
        assertThat(Crossing.of(codec, TimeUnit.NANOSECONDS)).isEqualTo(TimeUnit.NANOSECONDS);
    }

    @Test
    void byteBuffer_thatWasSent_isNotMoved() {
        ByteBuffer sent = ByteBuffer.allocateDirect(1000).position(10).limit(990);

        ByteBuffer arrived = Crossing.of(Codecs.byteBuffer(), sent);

        assertThat(sent.position()).isEqualTo(10);
        assertThat(sent.limit()).isEqualTo(990);
        assertThat(arrived.position()).isZero();
        assertThat(arrived.remaining()).isEqualTo(980);
    }

    @Test
    @SuppressWarnings("NullAway") // null is all that a void method returns
    void voidResult_isNull_andNothingElseIsRead() {
        assertThat(Crossing.<Void>of(Codecs.voidResult(), null)).isNull();
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Payload.of(new byte[] {1})).read(Codecs.voidResult()));
    }

    private static <T> AbstractStringAssert<?> assertRefused(Codec<T> codec, T value) {
        NotTransferableException refusal =
                catchThrowableOfType(NotTransferableException.class, () -> Crossing.encode(codec, value));
        assertThat(refusal).isNotNull();
        return assertThat(refusal.getMessage());
    }
}
