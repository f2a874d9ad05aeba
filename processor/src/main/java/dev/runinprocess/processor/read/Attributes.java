package dev.runinprocess.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** An annotation's attributes as they were written: what was left out is absent, so that problems can point at the rest. */
record Attributes(Element element, AnnotationMirror annotation) {

    static Optional<Attributes> of(Element element, Class<?> annotationType) {
        return mirrors(element, annotationType).findFirst();
    }

    /** A repeatable annotation's occurrences, in source order. */
    static List<Attributes> allOf(Element element, Class<?> annotationType, Class<?> containerType) {
        Stream<Attributes> single = mirrors(element, annotationType);
        Stream<Attributes> several = mirrors(element, containerType)
                .flatMap(container -> container.list("value").stream())
                .map(value -> new Attributes(element, (AnnotationMirror) value.getValue()));
        return Stream.concat(single, several).toList();
    }

    private static Stream<Attributes> mirrors(Element element, Class<?> annotationType) {
        String name = annotationType.getCanonicalName();
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name))
                .map(mirror -> new Attributes(element, mirror));
    }

    Optional<AnnotationValue> value(String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** A string attribute, unless it is left out or empty, which all our annotations take for the same. */
    Optional<String> text(String name) {
        return value(name).map(value -> value.getValue().toString()).filter(text -> !text.isEmpty());
    }

    /** An array attribute's elements; compilers agree that one element without braces is an array, too. */
    @SuppressWarnings("unchecked") // the documented form of an array's value
    List<AnnotationValue> list(String name) {
        return value(name)
                .map(value -> (List<AnnotationValue>) value.getValue())
                .orElse(List.of());
    }
}
