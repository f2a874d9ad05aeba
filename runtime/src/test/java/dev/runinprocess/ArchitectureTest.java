package dev.runinprocess;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages of the runtime. */
final class ArchitectureTest {
    private static final String ROOT = "dev.runinprocess";
    /** What Flight Recorder is told: its module is supported, and loaded only where it is there. */
    private static final String EVENTS = "dev\\.runinprocess\\.internal\\.pool\\.\\w*Event";

    private static final String JVM_SIGNALS = "dev\\.runinprocess\\.internal\\.os\\.\\w*Signals(\\$.*)?";

    /**
     * The packages from top to bottom. A package may use those of the rows below its own and no other, so there are no
     * arrows up, none between neighbours, and no cycles.
     */
    private static final List<Set<String>> ROWS = List.of(
            Set.of("dev.runinprocess"),
            Set.of("dev.runinprocess.internal.pool"),
            Set.of("dev.runinprocess.link"),
            Set.of("dev.runinprocess.memory"),
            Set.of("dev.runinprocess.sync", "dev.runinprocess.channel"),
            Set.of("dev.runinprocess.internal.launch", "dev.runinprocess.internal.child"),
            Set.of("dev.runinprocess.internal.archive"),
            Set.of("dev.runinprocess.internal.ring"),
            Set.of("dev.runinprocess.internal.socket"),
            Set.of("dev.runinprocess.internal.park"),
            Set.of("dev.runinprocess.internal.shm"),
            Set.of("dev.runinprocess.internal.session"),
            Set.of("dev.runinprocess.internal.transport"),
            Set.of("dev.runinprocess.internal.protocol"),
            Set.of("dev.runinprocess.internal.log", "dev.runinprocess.internal.os"),
            Set.of("dev.runinprocess.codec"),
            Set.of("dev.runinprocess.failure"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void rows_nameEveryPackageAndNoOther() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(toUnmodifiableSet()))
                .isEqualTo(inRows(ROWS));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_usesOnlyRowsBelowItsOwn(String name) {
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowedTo(name))))
                .check(CLASSES);
    }

    @Test
    void publicApi_mentionsNoInternalType() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal..")
                .should(new MentionOnlyVisibleTypes())
                .check(CLASSES);
    }

    @Test
    void unsupportedJdkApi_isUsedInOnePlace() {
        noClasses()
                .that()
                .haveNameNotMatching(JVM_SIGNALS + "|" + EVENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "com.sun..", "jdk..")
                .check(CLASSES);
    }

    private static Stream<String> packages() {
        return inRows(ROWS).stream().sorted();
    }

    private static String[] allowedTo(String name) {
        int row = 0;
        while (!ROWS.get(row).contains(name)) {
            row++;
        }
        return Stream.concat(Stream.of(name), inRows(ROWS.subList(row + 1, ROWS.size())).stream())
                .toArray(String[]::new);
    }

    private static Set<String> inRows(List<Set<String>> rows) {
        return rows.stream().flatMap(Set::stream).collect(toUnmodifiableSet());
    }
}
