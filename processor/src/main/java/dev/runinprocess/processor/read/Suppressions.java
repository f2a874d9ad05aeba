package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings} with the id of one of our warnings. */
final class Suppressions {
    private Suppressions() {}

    /** Whether the element, or one around it, suppresses the message. */
    static boolean apply(Element element, Message warning) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            boolean suppressed = Attributes.of(at, SuppressWarnings.class).stream()
                    .flatMap(found -> found.list("value").stream())
                    .map(AnnotationValue::getValue)
                    .anyMatch(warning.id()::equals);
            if (suppressed) {
                return true;
            }
        }
        return false;
    }
}
