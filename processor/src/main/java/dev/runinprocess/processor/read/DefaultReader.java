package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.Default;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.DefaultValue;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the text of {@code @Default} as a value of the parameter's type. */
final class DefaultReader {
    private final Compilation compilation;
    private final Problems problems;

    DefaultReader(Compilation compilation, Problems problems) {
        this.compilation = compilation;
        this.problems = problems;
    }

    Optional<DefaultValue> read(VariableElement parameter, Attributes annotation, boolean varargs) {
        if (varargs) {
            problems.add(
                    Problem.at(parameter, annotation.annotation(), Message.DEFAULT_VARARGS, parameter.getSimpleName()));
            return Optional.empty();
        }
        AnnotationValue written = annotation.value("value").orElseThrow();
        String text = written.getValue().toString();
        TypeMirror type = parameter.asType();
        Optional<TypeElement> enumType = enumType(type);
        if (enumType.isPresent()) {
            return ofEnum(enumType.get(), parameter, annotation, written, text);
        }
        String typeName = TypeText.full(unboxed(type));
        Optional<TextForm> form = TextForm.of(typeName);
        if (form.isEmpty()) {
            problems.add(
                    Problem.at(parameter, annotation.annotation(), written, Message.DEFAULT_TYPE, TypeText.full(type)));
            return Optional.empty();
        }
        Optional<DefaultValue> value = form.get().parse(text);
        if (value.isEmpty()) {
            report(
                    parameter,
                    annotation,
                    written,
                    text,
                    form.get().description(),
                    form.get().example());
        }
        return value;
    }

    /** The enum constant that a default names. */
    static Optional<Element> constantOf(VariableElement parameter) {
        Optional<String> text = Attributes.of(parameter, Default.class).flatMap(annotation -> annotation.text("value"));
        return enumType(parameter.asType())
                .flatMap(type -> type.getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                        .filter(member -> text.filter(member.getSimpleName()::contentEquals)
                                .isPresent())
                        .map(Element.class::cast)
                        .findFirst());
    }

    private TypeMirror unboxed(TypeMirror type) {
        try {
            return compilation.types().unboxedType(type);
        } catch (IllegalArgumentException e) {
            return type; // the documented answer for a type that is no box
        }
    }

    private static Optional<TypeElement> enumType(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getKind() == ElementKind.ENUM
                ? Optional.of(element)
                : Optional.empty();
    }

    private Optional<DefaultValue> ofEnum(
            TypeElement type, VariableElement parameter, Attributes annotation, AnnotationValue written, String text) {
        List<String> constants = type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
        if (constants.contains(text)) {
            return Optional.of(new DefaultValue.Constant(ClassName.get(type), text));
        }
        report(
                parameter,
                annotation,
                written,
                text,
                "a constant of " + TypeText.nestedName(type),
                "one of " + String.join(", ", constants));
        return Optional.empty();
    }

    private void report(
            VariableElement parameter,
            Attributes annotation,
            AnnotationValue written,
            String text,
            String wanted,
            String example) {
        problems.add(
                Problem.at(parameter, annotation.annotation(), written, Message.DEFAULT_VALUE, text, wanted, example));
    }
}
