package dev.runinprocess.tests.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ProcessOptions;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.ChildException;
import dev.runinprocess.tests.testing.ClassFiles;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeavesNothing.class)
class UnknownExceptionClassTest {
    private static final String NAME = "elsewhere.StrangeException";
    private static final String SOURCE = """
            package elsewhere;
            public class StrangeException extends Exception {
                public StrangeException(String message) { super(message, new Exception("its cause")); }
            }
            """;

    @RunInProcess
    static void throwByName(String className) throws Exception {
        throw Class.forName(className)
                .asSubclass(Exception.class)
                .getConstructor(String.class)
                .newInstance("never heard of");
    }

    @Test
    void exceptionOfClassThatTheParentLacks_arrivesAsAStandIn(@TempDir Path directory) throws Exception {
        ClassFiles.compile(directory, NAME, SOURCE);
        List<Path> classPath = new ArrayList<>(ClassFiles.ownClassPath());
        classPath.add(directory);
        ProcessOptions options = Endings.QUIET.classPath(classPath);

        Throwable thrown =
                Endings.thrownBy(ThrowByNameLauncher.call(NAME).options(options).start());

        assertThat(thrown).isExactlyInstanceOf(ChildException.class).hasMessage(NAME + ": never heard of");
        assertThat(((ChildException) thrown).originalClassName()).isEqualTo(NAME);
        assertThat(thrown.getCause()).isExactlyInstanceOf(Exception.class).hasMessage("its cause");
        assertThat(thrown.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("throwByName");
    }
}
