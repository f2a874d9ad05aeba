package dev.runinprocess.processor.read;

import dev.runinprocess.processor.model.Placement;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Looks around in the package that a file is generated into. */
final class Placements {
    private final Elements elements;

    Placements(Elements elements) {
        this.elements = elements;
    }

    Placement of(TypeElement origin) {
        PackageElement home = elements.getPackageOf(origin);
        return new Placement(
                origin,
                home.getQualifiedName().toString(),
                isStampVisible(home),
                shadowsJavaLang(home),
                home.isUnnamed() ? typesOf(home) : Set.of());
    }

    /** A module that does not read {@code java.compiler} cannot name the annotation. */
    private boolean isStampVisible(PackageElement home) {
        String stamp = Generated.class.getCanonicalName();
        ModuleElement module = elements.getModuleOf(home);
        return module == null ? elements.getTypeElement(stamp) != null : elements.getTypeElement(module, stamp) != null;
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
