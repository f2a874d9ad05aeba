package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a child JVM loads for the codecs it uses, since that is what they cost it. */
class CodecLoadingTest {
    private static final String PACKAGE = Codec.class.getPackageName() + ".";

    static Stream<Method> factories() {
        return Stream.of(Codecs.class, TimeCodecs.class, CollectionCodecs.class)
                .flatMap(facade -> Arrays.stream(facade.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void factory_loadsItsOwnCodec_andNoOther(Method factory) throws Exception {
        try (RecordingLoader loader = new RecordingLoader()) {
            Class<?> facade = loader.loadClass(factory.getDeclaringClass().getName());
            Method inChild = facade.getMethod(factory.getName(), parameters(factory, loader));
            Object string =
                    loader.loadClass(Codecs.class.getName()).getMethod("string").invoke(null);
            Set<String> expected = new TreeSet<>(loader.loaded);

            Object codec = inChild.invoke(null, arguments(factory, string));

            for (Class<?> type = codec.getClass(); type != Object.class; type = type.getSuperclass()) {
                expected.add(type.getName());
            }
            assertThat(without(loader.loaded, helpers(factory))).isEqualTo(without(expected, helpers(factory)));
        }
    }

    /** What a codec takes besides itself, as soon as it is made. */
    private static List<Class<?>> helpers(Method factory) {
        return switch (factory.getName()) {
            case "enumSetOf", "enumMapOf" -> List.of(EnumCodec.class);
            case "javaSerialization" -> List.of(SerializableClasses.class, JavaSerializationCodec.class);
            default -> List.of();
        };
    }

    private static Set<String> without(Set<String> names, List<Class<?>> helpers) {
        Set<String> rest = new TreeSet<>(names);
        for (Class<?> helper : helpers) {
            rest.removeIf(name -> name.equals(helper.getName()) || name.startsWith(helper.getName() + "$"));
        }
        return rest;
    }

    private static Class<?>[] parameters(Method factory, ClassLoader loader) throws ClassNotFoundException {
        Class<?>[] types = factory.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            types[i] = types[i] == Codec.class ? loader.loadClass(Codec.class.getName()) : types[i];
        }
        return types;
    }

    private static Object[] arguments(Method factory, Object codec) {
        return Arrays.stream(factory.getParameterTypes())
                .map(type -> argument(factory, type, codec))
                .toArray();
    }

    private static Object argument(Method factory, Class<?> type, Object codec) {
        if (type == Codec.class) {
            return codec;
        }
        if (type == Class.class) {
            return factory.getName().startsWith("enum") ? TimeUnit.class : String.class;
        }
        return type == Class[].class ? new Class<?>[0] : TimeUnit.values();
    }

    @Test
    void everyFactory_hasACaseWithRandomValues() {
        // But for voidResult(), which has no values.
        assertThat(CodecCases.all().count()).isEqualTo(factories().count() - 1);
    }

    @Test
    void usualValues_loadNoLambda_noStream_noFormatter_andNoException() throws Exception {
        List<String> loaded = classesLoadedByAChild();

        assertThat(loaded).anyMatch(name -> name.equals(StringCodec.class.getName()));
        assertThat(loaded)
                .noneMatch(name -> name.contains("Lambda/")
                        || name.contains("$$Lambda")
                        || name.startsWith("java.util.stream.")
                        || name.startsWith("java.util.Formatter")
                        || name.contains("StringConcatFactory")
                        || name.startsWith("java.lang.invoke.VarHandleByteArray")
                        || name.equals(Refusal.class.getName())
                        || name.contains("NotTransferableException")
                        || name.contains("Serialization"));
        assertThat(loaded.stream().filter(name -> name.startsWith(PACKAGE)))
                .as("classes of this package that the child loads")
                .hasSizeLessThan(20);
    }

    private static List<String> classesLoadedByAChild() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UsualValues.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            child.getOutputStream().close();
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(output).isZero();
            List<String> lines = output.lines().toList();
            return lines.subList(indexOf(lines, UsualValues.BEGIN), indexOf(lines, UsualValues.END)).stream()
                    .filter(line -> line.contains(" source: "))
                    .map(line -> line.replaceFirst("^(\\[[^]]*])+ *", "").replaceFirst(" source: .*", ""))
                    .toList();
        } finally {
            child.destroyForcibly();
        }
    }

    private static int indexOf(List<String> lines, String mark) {
        int at = lines.indexOf(mark);
        assertThat(at).as("%s in %s", mark, lines).isNotNegative();
        return at;
    }

    /** The class path of the tests, seen anew, with notes of what was loaded from this package. */
    private static final class RecordingLoader extends URLClassLoader {
        private final Set<String> loaded = new TreeSet<>();

        RecordingLoader() {
            super(
                    new URL[] {
                        Codecs.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
