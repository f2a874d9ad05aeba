package dev.runinprocess.processor;

import dev.runinprocess.processor.read.Compilation;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** An element to read again in the next round, by name: elements themselves do not outlive a round. */
record Postponed(String type, String member) {
    static Postponed of(Element element) {
        return element instanceof ExecutableElement method
                ? new Postponed(nameOf(Objects.requireNonNull(method.getEnclosingElement())), method.toString())
                : new Postponed(nameOf(element), "");
    }

    Optional<Element> find(Compilation compilation) {
        Optional<TypeElement> found = compilation.type(type);
        return member.isEmpty()
                ? found.map(Element.class::cast)
                : found.stream()
                        .flatMap(owner -> owner.getEnclosedElements().stream())
                        .filter(each -> each.toString().equals(member))
                        .map(Element.class::cast)
                        .findFirst();
    }

    private static String nameOf(Element type) {
        return ((TypeElement) type).getQualifiedName().toString();
    }
}
