package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.CodecRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** The codecs nested in one generated class: for each type, and each way in which its parts travel, one. */
final class NestedCodecs {
    private final Problems problems;
    private final CodecMarkReader marks;
    private final CodecFinder finder;
    private final CodecContents contents;
    private final CodecNames names;
    private final Map<String, ClassName> known = new HashMap<>();
    private final List<CodecModel> codecs = new ArrayList<>();
    private final Set<String> refusedHere = new HashSet<>();
    private final GrowthWatch growth = new GrowthWatch();

    NestedCodecs(Search search, CodecFinder finder, CodecNames names) {
        this.problems = search.problems();
        this.marks = search.marks();
        this.finder = finder;
        this.contents = new CodecContents(search, finder);
        this.names = names;
    }

    /** Begins with another parameter, where what is wrong with a type is worth another message. */
    void beginRoot() {
        refusedHere.clear();
    }

    List<CodecModel> codecs() {
        return codecs;
    }

    Optional<CodecRef> of(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        CodecScope inside = marks.scopeInside(element, scope);
        String key = TypeText.full(type) + " " + inside.key();
        ClassName name = known.get(key);
        if (name != null) {
            return Optional.of(new CodecRef.Instance(name));
        }
        if (refusedHere.contains(key) || !finder.reachable(element, type, path)) {
            return Optional.empty();
        }
        if (growth.isEndless(type)) {
            path.report(problems, Message.TYPE_ENDLESS, type);
            return Optional.empty();
        }
        return generate(type, key, inside, path);
    }

    private Optional<CodecRef> generate(DeclaredType type, String key, CodecScope inside, TypePath path) {
        ClassName name = names.nameFor(type);
        known.put(key, name);
        int place = codecs.size();
        growth.enter(type);
        Optional<CodecModel> codec = contents.of(name, type, inside, path);
        growth.leave();
        if (codec.isEmpty()) {
            known.remove(key);
            refusedHere.add(key);
            return Optional.empty();
        }
        codecs.add(place, codec.get());
        return Optional.of(new CodecRef.Instance(name));
    }
}
