package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.failure.NotTransferableException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaSerializationCodecTest {
    private static final String SPRUNG = JavaSerializationCodecTest.class.getName() + ".sprung";
    private static final Codec<Holder> STRICT = Codecs.javaSerialization(Holder.class);

    @AfterEach
    void forget() {
        System.clearProperty(SPRUNG);
    }

    @Test
    void gadget_thatWasNotNamed_isNeitherBuiltNorInitialised_andTheMessageSaysWhatToWrite() {
        Codec<Holder> careless = Codecs.javaSerialization(Holder.class, Gadget.class);
        Payload forged = Crossing.encode(careless, new Holder(new Gadget()));
        System.clearProperty(SPRUNG);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(forged).read(STRICT))
                .withMessageContaining(Gadget.class.getName())
                .withMessageContaining("@UseJavaSerialization(value = Holder.class, allow = Gadget.class)");

        assertThat(System.getProperty(SPRUNG)).isNull();
        assertThat(new ValueReader(forged).read(careless)).isNotNull();
        assertThat(System.getProperty(SPRUNG)).isEqualTo("read");
    }

    @Test
    void classNotNamed_failsItsSender() {
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(STRICT, new Holder(new Gadget())))
                .withMessageContaining("allow = Gadget.class");
    }

    @Test
    void arrayOfAClassNotNamed_isRefused() {
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(STRICT, new Holder(new Gadget[1][1])))
                .withMessageContaining("allow = Gadget.class");
        assertThat(Crossing.of(STRICT, new Holder(new int[] {1}))).isNotNull();
    }

    @Test
    void proxy_isRefusedByBothEnds() {
        Object proxy =
                Proxy.newProxyInstance(Runnable.class.getClassLoader(), new Class<?>[] {Runnable.class}, new Handler());
        Codec<Holder> careless =
                Codecs.javaSerialization(Holder.class, Handler.class, proxy.getClass(), Proxy.class, Runnable.class);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(STRICT, new Holder(proxy)));
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Crossing.encode(careless, new Holder(proxy))).read(STRICT));
    }

    @Test
    void refusalThatTheClassItselfCatches_isStillOne() {
        Codec<Holder> careless = Codecs.javaSerialization(Holder.class, Swallowing.class, Gadget.class);
        Codec<Holder> strict = Codecs.javaSerialization(Holder.class, Swallowing.class);
        Payload forged = Crossing.encode(careless, new Holder(new Swallowing(new Gadget())));

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(forged).read(strict))
                .withMessageContaining(Gadget.class.getName());
    }

    @Test
    void collectionsOfTheJdk_cross_whereOneIsNamed() {
        Codec<Holder> codec = Codecs.javaSerialization(Holder.class, HashMap.class, ArrayList.class);
        Map<String, Object> content = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            content.put("key" + i, new ArrayList<>(List.of(i, Map.of("a", List.of()))));
        }

        Holder arrived = Crossing.of(codec, new Holder(content));

        assertThat(arrived.content).isEqualTo(content);
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(STRICT, new Holder(List.of())));
    }

    @Test
    void privateClassesOfTheJdk_cross_withThePublicOnesThatAreNamed() {
        Codec<Holder> codec = Codecs.javaSerialization(
                Holder.class,
                List.class,
                ConcurrentHashMap.class,
                BigDecimal.class,
                LocalDate.class,
                EnumSet.class,
                TimeUnit.class);
        List<Object> contents = List.of(
                new ConcurrentHashMap<>(Map.of("a", 1)),
                Arrays.asList(1, 2),
                Collections.unmodifiableList(Arrays.asList("x")),
                Collections.synchronizedMap(new ConcurrentHashMap<>(Map.of(1, 2))),
                new BigDecimal("1e9999"),
                LocalDate.EPOCH,
                EnumSet.of(TimeUnit.DAYS),
                Map.of(Set.of(1), List.of(2)));

        assertThat(Crossing.of(codec, new Holder(contents)).content).isEqualTo(contents);
    }

    @Test
    void objectThatIsNotSerializable_isRefused() {
        Codec<Holder> codec = Codecs.javaSerialization(Holder.class, Thread.class);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(codec, new Holder(new Thread())))
                .withMessageContaining("NotSerializableException")
                .withMessageContaining("java.lang.Thread");
    }

    @Test
    void arrayWhoseLengthLies_isRefused_beforeItIsAllocated() {
        Codec<byte[]> codec = Codecs.javaSerialization(byte[].class);
        byte[] message = Crossing.bytes(Crossing.encode(codec, new byte[10]));
        ByteBuffer.wrap(message).putInt(message.length - 14, 1 << 30);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Payload.of(message)).read(codec))
                .withMessageContaining("arrays announce more elements");
    }

    @Test
    void graphThatNestsTooDeep_isRefused() {
        Holder chain = new Holder("end");
        for (int depth = 0; depth < 600; depth++) {
            chain = new Holder(chain);
        }
        Payload payload = Crossing.encode(STRICT, chain);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(payload).read(STRICT))
                .withMessageContaining("nests deeper than 500 levels");
    }

    @Test
    void valueOfAnotherType_isRefused() {
        Payload payload = Crossing.encode(Codecs.javaSerialization(Integer.class), 5);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(payload).read(STRICT));
    }

    @Test
    void bytesAfterTheValue_areRefused() {
        byte[] message = Crossing.bytes(Crossing.encode(STRICT, new Holder("x")));
        ByteBuffer longer = ByteBuffer.allocate(message.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(message).putLong(1, message.length - 9 + 1);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Payload.of(longer.array())).read(STRICT))
                .withMessageContaining("bytes=1");
    }

    private static final class Holder implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // anything, and that is what the tests are about
        private final Object content;

        Holder(Object content) {
            this.content = content;
        }
    }

    /** What an attacker looks for: a class on the class path that acts when it is read. */
    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;

        static {
            System.setProperty(SPRUNG, "initialised");
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            System.setProperty(SPRUNG, "read");
        }
    }

    private static final class Swallowing implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings({"serial", "UnusedVariable"})
        private @Nullable Object content;

        Swallowing(Object content) {
            this.content = content;
        }

        @SuppressWarnings("unused") // by Java serialization
        private void readObject(ObjectInputStream in) throws ClassNotFoundException {
            try {
                in.defaultReadObject();
            } catch (IOException e) {
                content = null; // as careless classes do
            }
        }
    }

    private static final class Handler implements InvocationHandler, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
            return null;
        }
    }
}
