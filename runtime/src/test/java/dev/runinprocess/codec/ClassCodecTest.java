package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.failure.NotTransferableException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCodecTest {
    private static final String INITIALISED = ClassCodecTest.class.getName() + ".initialised";

    private final ClassLoader original = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(original);
        System.clearProperty(INITIALISED);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                boolean.class,
                byte.class,
                short.class,
                char.class,
                int.class,
                long.class,
                float.class,
                double.class,
                void.class,
                int[][].class,
                String.class,
                List[].class,
                Talkative.class,
                Talkative[].class
            })
    void namedClass_crosses(Class<?> sent) {
        assertThat(Crossing.<Class<?>>of(Codecs.classOf(), sent)).isSameAs(sent);
    }

    @Test
    void class_thatArrives_isNotInitialised() {
        Crossing.<Class<?>>of(Codecs.classOf(), Talkative.class);

        assertThat(System.getProperty(INITIALISED)).isNull();
    }

    @Test
    void class_isFoundByTheContextClassLoader() throws Exception {
        URL classes = ClassCodecTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader other = new URLClassLoader(new URL[] {classes}, null)) {
            Thread.currentThread().setContextClassLoader(other);

            Class<?> arrived = Crossing.<Class<?>>of(Codecs.classOf(), Talkative.class);

            assertThat(arrived.getClassLoader()).isSameAs(other);
        }
    }

    @Test
    void class_withoutContextClassLoader_isFoundByTheSystemClassLoader() {
        Thread.currentThread().setContextClassLoader(null);

        assertThat(Crossing.<Class<?>>of(Codecs.classOf(), Talkative.class)).isSameAs(Talkative.class);
    }

    @Test
    void classOfALambda_isRefused() {
        Runnable lambda = () -> {};

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.<Class<?>>encode(Codecs.classOf(), lambda.getClass()))
                .withMessageContaining("lambda")
                .withMessageContaining("Send a named class");
    }

    @Test
    void unknownClass_isRefused_byItsName() {
        Payload payload = Crossing.encode(Codecs.string(), "no.such.Type");

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(payload).read(Codecs.classOf()))
                .withMessageContaining("no.such.Type")
                .withMessageContaining("class path");
    }

    static final class Talkative {
        static {
            System.setProperty(INITIALISED, "yes");
        }
    }
}
