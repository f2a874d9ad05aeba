package dev.runinprocess.processor.read;

import com.palantir.javapoet.TypeName;
import dev.runinprocess.processor.diagnostics.Refusal;
import dev.runinprocess.processor.model.CodecRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The codecs that the runtime brings: of arrays, of classes, and of all in {@link BuiltInTypes}. */
final class BuiltInCodecs {
    private final Compilation compilation;
    private final CodecFinder finder;

    BuiltInCodecs(Compilation compilation, CodecFinder finder) {
        this.compilation = compilation;
        this.finder = finder;
    }

    static boolean isClass(TypeElement element) {
        return isNamed(element, Class.class);
    }

    static boolean covers(TypeElement element) {
        return isEnumKeyed(element)
                || BuiltInTypes.find(element.getQualifiedName().toString()).isPresent();
    }

    private static boolean isEnumKeyed(TypeElement element) {
        return isNamed(element, EnumSet.class) || isNamed(element, EnumMap.class);
    }

    private static boolean isNamed(TypeElement element, Class<?> type) {
        return element.getQualifiedName().contentEquals(type.getCanonicalName());
    }

    /** The codec of a type that is covered. */
    Optional<CodecRef> of(DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        return isEnumKeyed(element)
                ? ofEnumKeyed(type, scope, path)
                : ofRow(
                        type,
                        BuiltInTypes.find(element.getQualifiedName().toString()).orElseThrow(),
                        scope,
                        path);
    }

    Optional<CodecRef> ofArray(ArrayType type, CodecScope scope, TypePath path) {
        TypeMirror element = type.getComponentType();
        if (element.getKind().isPrimitive()) {
            return Optional.of(builtIn(TypeText.brief(element) + "Array"));
        }
        TypeName elementClass = TypeName.get(compilation.types().erasure(element));
        return finder.find(element, scope, path.then("element"))
                .map(codec -> new CodecRef.OfArray(codec, elementClass));
    }

    Optional<CodecRef> ofClass(DeclaredType type, TypePath path) {
        TypeMirror argument = type.getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            if (bound == null && wildcard.getSuperBound() == null) {
                return Optional.of(builtIn("classOf"));
            }
            argument = bound == null ? objectType() : bound;
        }
        if (argument.getKind() == TypeKind.TYPEVAR) {
            return finder.refuse(argument, Refusal.TYPE_VARIABLE, path);
        }
        TypeMirror bound = compilation.types().erasure(argument);
        boolean reachable =
                !(bound instanceof DeclaredType declared) || finder.reachable(declared.asElement(), type, path);
        return reachable
                ? Optional.of(new CodecRef.OfClass(TypeName.get(type), TypeName.get(bound)))
                : Optional.empty();
    }

    private TypeMirror objectType() {
        return compilation.type(Object.class.getCanonicalName()).orElseThrow().asType();
    }

    private Optional<CodecRef> ofRow(DeclaredType type, BuiltInTypes.Row row, CodecScope scope, TypePath path) {
        List<CodecRef> arguments = new ArrayList<>();
        for (int i = 0; i < row.roles().size(); i++) {
            TypeMirror argument = type.getTypeArguments().get(i);
            if (row.isHandle() && compilation.types().isSameType(argument, objectType())) {
                // What has elements of any kind is made with the codec that lets them tell their type.
                arguments.add(new CodecRef.BuiltIn(BuiltInTypes.TYPE_CODECS, "any", List.of()));
                continue;
            }
            finder.find(argument, scope, path.then(row.roles().get(i))).ifPresent(arguments::add);
        }
        return arguments.size() == row.roles().size()
                ? Optional.of(new CodecRef.BuiltIn(row.holder(), row.factory(), arguments))
                : Optional.empty();
    }

    private Optional<CodecRef> ofEnumKeyed(DeclaredType type, CodecScope scope, TypePath path) {
        TypeMirror constant = type.getTypeArguments().get(0);
        boolean isSet = type.getTypeArguments().size() == 1;
        if (finder.find(constant, scope, path.then(isSet ? "element" : "key")).isEmpty()) {
            return Optional.empty();
        }
        if (isSet) {
            return Optional.of(new CodecRef.OfEnumSet(TypeName.get(constant)));
        }
        return finder.find(type.getTypeArguments().get(1), scope, path.then("value"))
                .map(value -> new CodecRef.OfEnumMap(TypeName.get(constant), value));
    }

    private static CodecRef builtIn(String factory) {
        return new CodecRef.BuiltIn(BuiltInTypes.CODECS, factory, List.of());
    }
}
