package dev.runinprocess.processor;

import dev.runinprocess.processor.read.Compilation;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * An element to read again in the next round. Elements themselves do not outlive a round, and the text of a method changes
 * when the types in it come into being; its place among the members does not.
 *
 * @param type the type, or the one that declares the method
 * @param member the method's place, if it is one
 */
record Postponed(String type, Optional<Integer> member) {
    static Postponed of(Element element) {
        if (element instanceof ExecutableElement method) {
            Element owner = Objects.requireNonNull(method.getEnclosingElement());
            return new Postponed(
                    nameOf(owner), Optional.of(owner.getEnclosedElements().indexOf(method)));
        }
        return new Postponed(nameOf(element), Optional.empty());
    }

    Optional<Element> find(Compilation compilation) {
        return compilation
                .type(type)
                .map(owner -> member.map(
                                place -> (Element) owner.getEnclosedElements().get(place))
                        .orElse(owner));
    }

    private static String nameOf(Element type) {
        return ((TypeElement) type).getQualifiedName().toString();
    }
}
