package dev.runinprocess.processor.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.codec.Codec;
import java.util.List;
import java.util.Set;

/** The classes of the runtime whose objects stand for something that processes share: those with a static method {@code codec()}. */
public final class RuntimeHandles {
    private static final List<Class<?>> ALL = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(RunInProcess.class.getPackageName())
                    .stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(RuntimeHandles::bringsItsCodec)
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    private RuntimeHandles() {}

    /** Each of them. */
    public static List<Class<?>> all() {
        return ALL;
    }

    private static boolean bringsItsCodec(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getName().equals("codec"))
                .filter(method -> method.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC)))
                .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Codec.class));
    }
}
