package dev.runinprocess.processor.model;

import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Where a generated file belongs.
 *
 * @param origin the type it was generated from: the only element a file originates from
 * @param packageName the package of both
 * @param stampVisible whether {@code javax.annotation.processing.Generated} can be named there: a module need not read it
 * @param javaLangShadowed whether the package has types of its own with names from {@code java.lang}
 * @param unqualifiable simple names of types of the unnamed package, which have no longer name to tell them apart by
 */
public record Placement(
        TypeElement origin,
        String packageName,
        boolean stampVisible,
        boolean javaLangShadowed,
        Set<String> unqualifiable) {
    /** Copies the set. */
    public Placement {
        unqualifiable = Set.copyOf(unqualifiable);
    }
}
