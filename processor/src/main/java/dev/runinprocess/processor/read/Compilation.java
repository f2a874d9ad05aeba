package dev.runinprocess.processor.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows, and what this processor remembers from one round to the next. */
public final class Compilation {
    private final Elements elements;
    private final Types types;
    private final Set<String> codecsToCome = new HashSet<>();
    private final Set<String> compiled = new HashSet<>();

    /** Creates one for the whole of a compiler's run. */
    public Compilation(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /** The type of that name, if it exists. */
    public Optional<TypeElement> type(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName));
    }

    /** Notes a type whose codec this run generates, so that it is not looked for on the class path. */
    public void expectCodecOf(TypeElement marked) {
        codecsToCome.add(marked.getQualifiedName().toString());
    }

    /** Notes the types of a round, which come from sources. */
    public void noteSources(Set<? extends Element> rootElements) {
        for (Element element : rootElements) {
            if (element instanceof TypeElement type) {
                compiled.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Whether the compiler sees the type's source, and with it all that is wrong there. */
    boolean isFromSource(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        return compiled.contains(outermost.getQualifiedName().toString());
    }

    boolean hasCodec(TypeElement marked, String codecName) {
        return codecsToCome.contains(marked.getQualifiedName().toString())
                || elements.getTypeElement(codecName) != null;
    }
}
