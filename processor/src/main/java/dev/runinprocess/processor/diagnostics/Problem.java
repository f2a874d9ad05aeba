package dev.runinprocess.processor.diagnostics;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** A message at the smallest place that it is about. */
public record Problem(
        Message message,
        Element element,
        Optional<AnnotationMirror> annotation,
        Optional<AnnotationValue> value,
        String text) {

    /** A problem of an element as a whole. */
    public static Problem at(Element element, Message message, Object... facts) {
        return new Problem(message, element, Optional.empty(), Optional.empty(), message.format(facts));
    }

    /** A problem of an annotation as a whole. */
    public static Problem at(Element element, AnnotationMirror annotation, Message message, Object... facts) {
        return new Problem(message, element, Optional.of(annotation), Optional.empty(), message.format(facts));
    }

    /** A problem of one attribute of an annotation. */
    public static Problem at(
            Element element, AnnotationMirror annotation, AnnotationValue value, Message message, Object... facts) {
        return new Problem(message, element, Optional.of(annotation), Optional.of(value), message.format(facts));
    }
}
