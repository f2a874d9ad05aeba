package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.Transferable;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.diagnostics.Refusal;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.CodecRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds the codec of each type that a generated class has to send, or reports why there is none. Types without a codec
 * of their own get one nested in that class; the finder collects them, in the order they were met.
 */
final class CodecFinder {
    private final Compilation compilation;
    private final Problems problems;
    private final Structure structure;
    private final CodecMarkReader marks;
    private final ClassName holder;
    private final CodecNames names;
    private final Wildcards wildcards;
    private final Refusals refusals;
    private final CodecContents contents;
    private final LintKeys lintKeys = new LintKeys();

    private final Map<String, ClassName> nested = new HashMap<>();
    private final List<CodecModel> codecs = new ArrayList<>();
    private final Set<String> refusedHere = new HashSet<>();
    private final GrowthWatch growth = new GrowthWatch();
    private final Set<CodecMark> usedMarks = new HashSet<>();
    private boolean unresolved;

    /** Creates one for a generated class, in which some names of nested classes are taken. */
    CodecFinder(Search search, ClassName holder, Set<String> takenNames) {
        this.compilation = search.compilation();
        this.problems = search.problems();
        this.structure = search.structure();
        this.marks = search.marks();
        this.holder = holder;
        this.wildcards = new Wildcards(compilation.types());
        this.refusals = new Refusals(compilation);
        this.contents = new CodecContents(search, this);
        this.names = new CodecNames(holder, takenNames);
    }

    /** The codec of a parameter, a result or the like: where {@code path} begins. */
    Optional<CodecRef> findRoot(TypeMirror type, CodecScope scope, TypePath path) {
        refusedHere.clear();
        return find(type, scope, path);
    }

    /** The same for where only objects go: a result. */
    Optional<CodecRef> findBoxedRoot(TypeMirror type, CodecScope scope, TypePath path) {
        return findRoot(boxed(type), scope, path);
    }

    /** The nested codecs that all found so far depend on. */
    List<CodecModel> codecs() {
        return codecs;
    }

    List<String> lintKeys() {
        return lintKeys.keys();
    }

    /** Notes that the generated code names the element, and with it those around it. */
    void mention(Element element) {
        lintKeys.mention(element);
    }

    /** Whether a type was met that does not exist yet: another processor may generate it, or the compiler complains. */
    boolean metUnresolved() {
        return unresolved;
    }

    boolean used(CodecMark mark) {
        return usedMarks.contains(mark);
    }

    Optional<CodecRef> find(TypeMirror type, CodecScope scope, TypePath path) {
        Optional<CodecMark> mark = markFor(type, scope);
        if (mark.isPresent()) {
            return marked(type, mark.get(), path);
        }
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
                Optional.of(new CodecRef.Primitive(TypeName.get(type)));
            case ARRAY -> ofArray((ArrayType) type, scope, path);
            case DECLARED -> ofDeclared((DeclaredType) type, scope, path);
            case TYPEVAR -> refuse(type, Refusal.TYPE_VARIABLE, path);
            case ERROR -> {
                unresolved = true;
                yield Optional.empty();
            }
            default -> throw new IllegalArgumentException("no value is of type " + type);
        };
    }

    /** A mark that is wrong counts for all type arguments: one mistake is one message. */
    private Optional<CodecMark> markFor(TypeMirror type, CodecScope scope) {
        return scope.markFor(TypeText.full(boxed(type)))
                .or(() -> scope.markFor(TypeText.full(compilation.types().erasure(type)))
                        .filter(mark -> mark.codec().isEmpty()));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? compilation.types().boxedClass((PrimitiveType) type).asType()
                : type;
    }

    private Optional<CodecRef> marked(TypeMirror type, CodecMark mark, TypePath path) {
        usedMarks.add(mark);
        structure.add(path.text() + ": " + mark.structure());
        mark.access().forEach(lintKeys::mention);
        boolean reachable = mark.access().stream().allMatch(named -> reachable(named, type, path));
        return reachable ? mark.codec() : Optional.empty();
    }

    // Arrays

    private Optional<CodecRef> ofArray(ArrayType type, CodecScope scope, TypePath path) {
        TypeMirror element = type.getComponentType();
        if (element.getKind().isPrimitive()) {
            return Optional.of(builtIn(TypeText.brief(element) + "Array"));
        }
        TypeName elementClass = TypeName.get(compilation.types().erasure(element));
        return find(element, scope, path.then("element")).map(codec -> new CodecRef.OfArray(codec, elementClass));
    }

    // Classes, in order of precedence

    private Optional<CodecRef> ofDeclared(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        lintKeys.mention(element);
        Optional<CodecMark> own = marks.ownMark(element);
        if (own.isPresent()) {
            return marked(type, own.get(), path);
        }
        if (isRaw(type)) {
            return refuse(type, Refusal.RAW, path);
        }
        if (isNamed(element, Class.class)) {
            return ofClass(type, path);
        }
        Optional<DeclaredType> concrete = wildcards.replaceByBounds(type);
        if (concrete.isEmpty()) {
            return refuse(type, Refusal.WILDCARD, path);
        }
        Optional<CodecRef> codec = ofConcrete(concrete.get(), scope, path);
        return concrete.get() == type ? codec : codec.map(found -> new CodecRef.Widened(TypeName.get(type), found));
    }

    private static boolean isRaw(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                && !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
    }

    private Optional<CodecRef> ofClass(DeclaredType type, TypePath path) {
        TypeMirror argument = type.getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            if (bound == null && wildcard.getSuperBound() == null) {
                return Optional.of(builtIn("classOf"));
            }
            argument = bound == null ? objectType() : bound;
        }
        if (argument.getKind() == TypeKind.TYPEVAR) {
            return refuse(argument, Refusal.TYPE_VARIABLE, path);
        }
        TypeMirror bound = compilation.types().erasure(argument);
        boolean reachable = !(bound instanceof DeclaredType declared) || reachable(declared.asElement(), type, path);
        return reachable
                ? Optional.of(new CodecRef.OfClass(TypeName.get(type), TypeName.get(bound)))
                : Optional.empty();
    }

    private TypeMirror objectType() {
        return compilation.type(Object.class.getCanonicalName()).orElseThrow().asType();
    }

    private Optional<CodecRef> ofConcrete(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        Optional<BuiltInTypes.Row> row =
                BuiltInTypes.find(element.getQualifiedName().toString());
        if (row.isPresent()) {
            return ofBuiltIn(type, row.get(), scope, path);
        }
        if (isNamed(element, EnumSet.class) || isNamed(element, EnumMap.class)) {
            return ofEnumKeyed(type, scope, path);
        }
        Optional<Attributes> transferable = Attributes.of(element, Transferable.class);
        if (transferable.isPresent()) {
            return ofTransferable(type, transferable.get(), path);
        }
        if (element.getKind() == ElementKind.ENUM) {
            return reachable(element, type, path) ? ofEnum(type) : Optional.empty();
        }
        if (element.getKind() == ElementKind.RECORD || Families.isFamily(element)) {
            return ofNested(type, scope, path);
        }
        return refuse(type, refusals.refusalOf(type), path);
    }

    private Optional<CodecRef> ofBuiltIn(DeclaredType type, BuiltInTypes.Row row, CodecScope scope, TypePath path) {
        List<CodecRef> arguments = new ArrayList<>();
        for (int i = 0; i < row.roles().size(); i++) {
            find(type.getTypeArguments().get(i), scope, path.then(row.roles().get(i)))
                    .ifPresent(arguments::add);
        }
        return arguments.size() == row.roles().size()
                ? Optional.of(new CodecRef.BuiltIn(row.holder(), row.factory(), arguments))
                : Optional.empty();
    }

    private Optional<CodecRef> ofEnumKeyed(DeclaredType type, CodecScope scope, TypePath path) {
        TypeMirror constant = type.getTypeArguments().get(0);
        if (find(constant, scope, path.then("key")).isEmpty()) {
            return Optional.empty();
        }
        if (type.getTypeArguments().size() == 1) {
            return Optional.of(new CodecRef.OfEnumSet(TypeName.get(constant)));
        }
        return find(type.getTypeArguments().get(1), scope, path.then("value"))
                .map(value -> new CodecRef.OfEnumMap(TypeName.get(constant), value));
    }

    private static boolean isNamed(TypeElement element, Class<?> type) {
        return element.getQualifiedName().contentEquals(type.getCanonicalName());
    }

    private Optional<CodecRef> ofEnum(DeclaredType type) {
        structure.add(Families.describeEnum((TypeElement) type.asElement()));
        return Optional.of(new CodecRef.OfEnum(TypeName.get(type)));
    }

    private Optional<CodecRef> ofTransferable(DeclaredType type, Attributes transferable, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        ClassName codec = TransferableReader.codecName(element, transferable, compilation.elements());
        if (!reachable(element, type, path)) {
            return Optional.empty();
        }
        if (!compilation.hasCodec(element, codec.canonicalName())) {
            path.report(problems, Message.CODEC_MISSING, type, codec, element.getSimpleName());
            return Optional.empty();
        }
        boolean sound = TransferableReader.describe(element, compilation, structure);
        return sound ? Optional.of(new CodecRef.Instance(codec)) : Optional.empty();
    }

    // Nested codecs

    private Optional<CodecRef> ofNested(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        CodecScope inside = marks.scopeInside(element, scope);
        String key = TypeText.full(type) + " " + inside.key();
        ClassName known = nested.get(key);
        if (known != null) {
            return Optional.of(new CodecRef.Instance(known));
        }
        if (refusedHere.contains(key) || !reachable(element, type, path)) {
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
        nested.put(key, name);
        int place = codecs.size();
        growth.enter(type);
        Optional<CodecModel> codec = contents.of(name, type, inside, path);
        growth.leave();
        if (codec.isEmpty()) {
            nested.remove(key);
            refusedHere.add(key);
            return Optional.empty();
        }
        codecs.add(place, codec.get());
        return Optional.of(new CodecRef.Instance(name));
    }

    // Common to all

    private boolean reachable(Element element, TypeMirror type, TypePath path) {
        Optional<Element> obstacle = Reach.obstacle(element, holder.packageName(), compilation.elements());
        obstacle.ifPresent(found -> path.report(
                problems,
                Message.TYPE_INACCESSIBLE,
                type,
                Reach.name(found),
                Reach.describe(found),
                holder.packageName(),
                Reach.remedy(found)));
        return obstacle.isEmpty();
    }

    private Optional<CodecRef> refuse(TypeMirror type, Refusal refusal, TypePath path) {
        path.refuse(problems, type, refusal);
        return Optional.empty();
    }

    private static CodecRef builtIn(String factory) {
        return new CodecRef.BuiltIn(BuiltInTypes.CODECS, factory, List.of());
    }
}
