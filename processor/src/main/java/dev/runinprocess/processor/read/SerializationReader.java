package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.CodecRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads {@code @UseJavaSerialization}: which classes the object graph may contain. */
final class SerializationReader {
    private final Compilation compilation;
    private final Problems problems;

    SerializationReader(Compilation compilation, Problems problems) {
        this.compilation = compilation;
        this.problems = problems;
    }

    Optional<CodecMark> read(Attributes use, TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            AnnotationValue value = use.value("value").orElseThrow();
            problems.add(Problem.at(
                    use.element(), use.annotation(), value, Message.SERIALIZATION_GENERIC, type.getSimpleName()));
            return Optional.empty();
        }
        List<TypeElement> allowed = use.list("allow").stream()
                .map(AnnotationValue::getValue)
                .flatMap(literal -> CodecMarkReader.element(literal).stream())
                .toList();
        return new ObjectGraph(compilation, problems, use, allowed).of(type).map(graph -> mark(use, type, graph));
    }

    private static CodecMark mark(Attributes use, TypeElement type, Set<TypeElement> graph) {
        Map<String, TypeName> allowed = new TreeMap<>();
        graph.forEach(element -> allowed.put(element.getQualifiedName().toString(), ClassName.get(element)));
        CodecRef codec = new CodecRef.Serialized(ClassName.get(type), new ArrayList<>(allowed.values()));
        String name = type.getQualifiedName().toString();
        String structure = name + " by Java serialization, allowing " + allowed.keySet();
        List<Element> access = new ArrayList<>(graph);
        access.add(type);
        return new CodecMark(use, type.asType(), name, codec, access, structure);
    }
}
