package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Transferable;
import dev.runinprocess.processor.testing.CompiledProgram;
import dev.runinprocess.processor.testing.Javac;
import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from a marked class to its codec, for what knows the class at run time only. */
class TransferableMarkTest {
    private static final CompiledProgram PROGRAM = Javac.program("""
            package p;

            import dev.runinprocess.Transferable;

            final class Jobs {
                @Transferable
                record Job(int number) {}

                static final class Large {
                    @Transferable(codec = "Renamed")
                    record Job(String name) {}
                }

                @Transferable(codec = "Form")
                sealed interface Shape {}

                record Point(int x) implements Shape {}

                record Plain(int number) {}
            }
            """);

    @ParameterizedTest
    @CsvSource({"p.Jobs$Job, p.JobCodec", "p.Jobs$Large$Job, p.Renamed", "p.Jobs$Shape, p.Form"})
    void markedClass_leadsToItsCodec(String marked, String codec) throws ReflectiveOperationException {
        Class<?> type = PROGRAM.type(marked);
        Transferable mark = type.getAnnotation(Transferable.class);
        String name = mark.codec().isEmpty() ? type.getSimpleName() + "Codec" : mark.codec();

        Class<?> found = type.getClassLoader().loadClass(type.getPackageName() + "." + name);
        Field instance = found.getField("INSTANCE");
        instance.setAccessible(true);

        assertThat(instance.get(null)).isInstanceOf(PROGRAM.type(codec));
    }

    @ParameterizedTest
    @CsvSource({"p.Jobs$Plain", "p.Jobs$Point"})
    void otherClasses_haveNoMark(String name) {
        assertThat(PROGRAM.type(name).isAnnotationPresent(Transferable.class)).isFalse();
    }
}
