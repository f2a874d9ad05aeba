package dev.runinprocess.processor.read;

import dev.runinprocess.processor.model.Placement;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Looks around in the package that a file is generated into. */
final class Placements {
    private final Elements elements;

    Placements(Elements elements) {
        this.elements = elements;
    }

    /** The simple names of all types in the unnamed package, if the element is there: they have no longer names. */
    Set<String> namesWithoutPackage(Element element) {
        PackageElement home = elements.getPackageOf(element);
        return home.isUnnamed() ? typesOf(home) : Set.of();
    }

    Placement of(TypeElement origin) {
        PackageElement home = elements.getPackageOf(origin);
        return new Placement(
                origin,
                home.getQualifiedName().toString(),
                isStampVisible(home),
                shadowsJavaLang(home),
                namesWithoutPackage(origin));
    }

    /**
     * A module that does not read {@code java.compiler} cannot name the annotation. One that does, but does not pass it on, is
     * warned of it by {@code -Xlint:exports}.
     */
    private boolean isStampVisible(PackageElement home) {
        ModuleElement module = elements.getModuleOf(home);
        if (module == null || module.isUnnamed()) {
            return elements.getTypeElement(Generated.class.getCanonicalName()) != null;
        }
        return ElementFilter.requiresIn(module.getDirectives()).stream()
                .filter(ModuleElement.RequiresDirective::isTransitive)
                .anyMatch(
                        required -> required.getDependency().getQualifiedName().contentEquals("java.compiler"));
    }

    private boolean shadowsJavaLang(PackageElement home) {
        return typesOf(home).stream().anyMatch(name -> elements.getTypeElement("java.lang." + name) != null);
    }

    private static Set<String> typesOf(PackageElement home) {
        Set<String> names = new HashSet<>();
        for (Element type : home.getEnclosedElements()) {
            names.add(type.getSimpleName().toString());
        }
        return names;
    }
}
