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

    CodecMark read(Attributes use, TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            AnnotationValue value = use.value("value").orElseThrow();
            problems.add(Problem.at(
                    use.element(), use.annotation(), value, Message.SERIALIZATION_GENERIC, type.getSimpleName()));
            return CodecMark.wrong(use, compilation.types().erasure(type.asType()));
        }
        List<TypeElement> allowed = use.list("allow").stream()
                .map(AnnotationValue::getValue)
                .flatMap(literal -> CodecMarkReader.element(literal).stream())
                .toList();
        return new ObjectGraph(compilation, problems, use, type, allowed)
                .classes()
                .map(graph -> valid(use, type, graph))
                .orElseGet(() -> CodecMark.wrong(use, type.asType()));
    }

    private static CodecMark valid(Attributes use, TypeElement type, Set<TypeElement> graph) {
        Map<String, TypeName> allowed = new TreeMap<>();
        graph.forEach(element -> allowed.put(element.getQualifiedName().toString(), ClassName.get(element)));
        CodecRef codec = new CodecRef.Serialized(ClassName.get(type), new ArrayList<>(allowed.values()));
        List<Element> access = new ArrayList<>(graph);
        access.add(type);
        return CodecMark.valid(use, type.asType(), codec, access, "Java serialization, allowing " + allowed.keySet());
    }
}
