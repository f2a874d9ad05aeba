package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.processor.diagnostics.CodecFault;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.CodecRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads {@code @UseCodec}: which type the codec is for, and how to get one. */
final class UserCodecReader {
    private static final Set<Modifier> CONSTANT = Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);

    private final Compilation compilation;
    private final Problems problems;

    UserCodecReader(Compilation compilation, Problems problems) {
        this.compilation = compilation;
        this.problems = problems;
    }

    /** Nothing if the class is the codec of no one type, which the compiler does not let pass as the attribute's value. */
    Optional<CodecMark> read(Attributes use, TypeElement codec) {
        return valueType(codec.asType())
                .filter(UserCodecReader::isConcrete)
                .map(type -> instance(codec)
                        .map(access -> valid(use, codec, type, access))
                        .orElseGet(() -> wrong(use, codec, type)));
    }

    private static CodecMark valid(Attributes use, TypeElement codec, TypeMirror type, Element access) {
        ClassName name = ClassName.get(codec);
        boolean constant = access.getKind() != ElementKind.CONSTRUCTOR;
        CodecRef ref = constant ? new CodecRef.Instance(name) : new CodecRef.Constructed(name);
        return CodecMark.valid(use, type, ref, List.of(access), name.canonicalName());
    }

    private CodecMark wrong(Attributes use, TypeElement codec, TypeMirror type) {
        CodecFault fault = faultOf(codec);
        report(use, Message.CODEC_CLASS, codec.getSimpleName(), fault.reason(), fault.remedy());
        return CodecMark.wrong(use, type);
    }

    private void report(Attributes use, Message message, Object... facts) {
        use.value("value")
                .ifPresent(value -> problems.add(Problem.at(use.element(), use.annotation(), value, message, facts)));
    }

    /** The type argument of Codec, however far up it is given. */
    private Optional<TypeMirror> valueType(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(Codec.class.getCanonicalName())) {
            return declared.getTypeArguments().stream().findFirst().map(TypeMirror.class::cast);
        }
        for (TypeMirror supertype : compilation.types().directSupertypes(type)) {
            Optional<TypeMirror> found = valueType(supertype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isConcrete(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isConcrete(array.getComponentType());
        }
        return switch (type.getKind()) {
            case TYPEVAR, WILDCARD -> false;
            default ->
                !(type instanceof DeclaredType declared)
                        || declared.getTypeArguments().stream()
                                .allMatch(argument -> argument.getKind() == TypeKind.WILDCARD || isConcrete(argument));
        };
    }

    /** The constant or the constructor by which generated code gets the codec. */
    private Optional<Element> instance(TypeElement codec) {
        if (Reach.privateObstacle(codec).isPresent()) {
            return Optional.empty();
        }
        Optional<Element> constant = codec.getEnclosedElements().stream()
                .filter(member -> member.getKind().isField()
                        && member.getSimpleName().contentEquals("INSTANCE")
                        && member.getModifiers().containsAll(CONSTANT)
                        && compilation.types().isSubtype(member.asType(), codec.asType()))
                .map(Element.class::cast)
                .findFirst();
        if (constant.isPresent()) {
            return constant;
        }
        boolean constructible = codec.getKind() == ElementKind.CLASS || codec.getKind() == ElementKind.RECORD;
        if (!constructible || codec.getModifiers().contains(Modifier.ABSTRACT) || isInner(codec)) {
            return Optional.empty();
        }
        return ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
                .filter(UserCodecReader::isUsable)
                .map(Element.class::cast)
                .findFirst();
    }

    private static boolean isUsable(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && !constructor.getModifiers().contains(Modifier.PRIVATE)
                && constructor.getThrownTypes().isEmpty();
    }

    private static boolean isInner(TypeElement type) {
        return Members.isNested(type)
                && !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS;
    }

    private static CodecFault faultOf(TypeElement codec) {
        if (Reach.privateObstacle(codec).isPresent()) {
            return CodecFault.PRIVATE;
        }
        if (codec.getModifiers().contains(Modifier.ABSTRACT)) {
            return CodecFault.ABSTRACT;
        }
        return isInner(codec) ? CodecFault.INNER : CodecFault.NO_CONSTRUCTOR;
    }
}
