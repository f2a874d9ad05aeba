package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.Transferable;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.diagnostics.Refusal;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.CodecRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

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
    private final Wildcards wildcards;
    private final Refusals refusals;
    private final BuiltInCodecs builtIns;
    private final NestedCodecs nested;
    private final LintKeys lintKeys = new LintKeys();

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
        this.builtIns = new BuiltInCodecs(compilation, this);
        this.nested = new NestedCodecs(search, this, new CodecNames(holder, takenNames));
    }

    /** The codec of a parameter, a result or the like: where {@code path} begins. */
    Optional<CodecRef> findRoot(TypeMirror type, CodecScope scope, TypePath path) {
        nested.beginRoot();
        return find(type, scope, path);
    }

    /** The same for where only objects go: a result. */
    Optional<CodecRef> findBoxedRoot(TypeMirror type, CodecScope scope, TypePath path) {
        return findRoot(boxed(type), scope, path);
    }

    /** The nested codecs that all found so far depend on. */
    List<CodecModel> codecs() {
        return nested.codecs();
    }

    List<String> lintKeys() {
        return lintKeys.keys();
    }

    /** Notes that the generated code repeats the method's signature. */
    void mentionSignature(ExecutableElement method) {
        lintKeys.mention(method);
        lintKeys.mentionSignature(method);
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
            case ARRAY -> builtIns.ofArray((ArrayType) type, scope, path);
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

    private Optional<CodecRef> ofDeclared(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        lintKeys.mention(type);
        Optional<CodecMark> own = marks.ownMark(element);
        if (own.isPresent()) {
            return marked(type, own.get(), path);
        }
        if (isRaw(type)) {
            return refuse(type, Refusal.RAW, path);
        }
        if (BuiltInCodecs.isClass(element)) {
            return builtIns.ofClass(type, path);
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

    private Optional<CodecRef> ofConcrete(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        if (BuiltInCodecs.covers(element)) {
            return builtIns.of(type, scope, path);
        }
        Optional<Attributes> transferable = Attributes.of(element, Transferable.class);
        if (transferable.isPresent()) {
            return ofTransferable(type, transferable.get(), path);
        }
        if (element.getKind() == ElementKind.ENUM) {
            return reachable(element, type, path) ? ofEnum(type) : Optional.empty();
        }
        Optional<Refusal> known = refusals.ofKnownClass(type);
        if (known.isPresent()) {
            return refuse(type, known.get(), path);
        }
        if (element.getKind() == ElementKind.RECORD || Families.isFamily(element)) {
            return nested.of(type, scope, path);
        }
        return refuse(type, refusals.refusalOf(type), path);
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

    /** Whether the generated code can name the element; if not, that is reported of the type on the way. */
    boolean reachable(Element element, TypeMirror type, TypePath path) {
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

    Optional<CodecRef> refuse(TypeMirror type, Refusal refusal, TypePath path) {
        path.refuse(problems, type, refusal);
        return Optional.empty();
    }
}
