package dev.runinprocess.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages of the processor: {@code read → model ← write}, and {@code diagnostics} beside them. */
class ArchitectureTest {
    private static final String ROOT = "dev.runinprocess.processor";

    /** The packages that each package may use, besides itself. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            ROOT,
            Set.of(ROOT + ".read", ROOT + ".model", ROOT + ".write", ROOT + ".diagnostics"),
            ROOT + ".read",
            Set.of(ROOT + ".model", ROOT + ".diagnostics"),
            ROOT + ".write",
            Set.of(ROOT + ".model"),
            ROOT + ".model",
            Set.of(),
            ROOT + ".diagnostics",
            Set.of());

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    static Set<String> packages() {
        return ARROWS.keySet();
    }

    @Test
    void arrows_nameEveryPackageAndNoOther() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_usesOnlyThoseItHasArrowsTo(String name) {
        List<String> forbidden = packages().stream()
                .filter(other -> !other.equals(name)
                        && !ARROWS.getOrDefault(name, Set.of()).contains(other))
                .toList();
        if (!forbidden.isEmpty()) {
            noClasses()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void messager_isUsedByDiagnosticsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".diagnostics")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Messager.class)
                .check(CLASSES);
    }

    @Test
    void writers_seeModelsAndNoElements() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".write")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.lang.model.type", "javax.lang.model.util")
                .check(CLASSES);
    }

    @Test
    void compilersInternals_areUsedByNobody() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun..", "sun..", "org.eclipse..")
                .check(CLASSES);
    }

    @Test
    void rootPackage_hasOnePublicType() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(ROOT))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactly("RunInProcessProcessor");
    }

    @Test
    void models_areRecordsAndSealedChoices() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".model")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .beRecords()
                .orShould()
                .beInterfaces()
                .check(CLASSES);
    }
}
