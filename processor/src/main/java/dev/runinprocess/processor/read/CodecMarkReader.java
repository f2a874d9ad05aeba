package dev.runinprocess.processor.read;

import dev.runinprocess.UseCodec;
import dev.runinprocess.UseJavaSerialization;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads the codec marks of elements, each element once, and reports those that cannot work. */
final class CodecMarkReader {
    private final Problems problems;
    private final UserCodecReader userCodecs;
    private final SerializationReader serialization;
    private final Map<Element, List<CodecMark>> known = new HashMap<>();

    CodecMarkReader(Compilation compilation, Problems problems) {
        this.problems = problems;
        this.userCodecs = new UserCodecReader(compilation, problems);
        this.serialization = new SerializationReader(compilation, problems);
    }

    /** The valid marks of an element. */
    List<CodecMark> marksOn(Element element) {
        List<CodecMark> marks = known.get(element);
        if (marks == null) {
            marks = read(element);
            known.put(element, marks);
        }
        return marks;
    }

    /** The marks in force inside of an element: its own, those of what is around it, and then the ones outside. */
    CodecScope scopeInside(Element element, CodecScope outside) {
        Element around = element.getEnclosingElement();
        CodecScope scope = around == null ? outside : scopeInside(around, outside);
        return scope.with(marksOn(element));
    }

    /** The mark on a type that says how this very type travels. */
    Optional<CodecMark> ownMark(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return marksOn(type).stream()
                .filter(mark -> mark.typeText().equals(name))
                .findFirst();
    }

    private List<CodecMark> read(Element element) {
        List<CodecMark> marks = new ArrayList<>();
        for (Attributes use : Attributes.allOf(element, UseCodec.class, UseCodec.List.class)) {
            classNamed(use).flatMap(codec -> userCodecs.read(use, codec)).ifPresent(marks::add);
        }
        for (Attributes use : Attributes.allOf(element, UseJavaSerialization.class, UseJavaSerialization.List.class)) {
            classNamed(use).map(type -> serialization.read(use, type)).ifPresent(marks::add);
        }
        refuseDuplicates(marks);
        return marks;
    }

    private static Optional<TypeElement> classNamed(Attributes use) {
        return use.value("value").map(AnnotationValue::getValue).flatMap(CodecMarkReader::element);
    }

    /** The class that a class literal names; nothing if it does not exist, which the compiler reports. */
    static Optional<TypeElement> element(Object literal) {
        return literal instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private void refuseDuplicates(List<CodecMark> marks) {
        Set<String> types = new HashSet<>();
        for (CodecMark mark : marks) {
            if (!types.add(mark.typeText())) {
                Attributes source = mark.source();
                problems.add(Problem.at(
                        source.element(), source.annotation(), Message.CODEC_DUPLICATE, TypeText.brief(mark.type())));
            }
        }
    }
}
