package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.CodecRef;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.LaunchSettings;
import dev.runinprocess.processor.model.TargetMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how a method's arguments and its result cross. */
final class ArgumentsReader {
    private final Problems problems;
    private final ExecutableElement method;
    private final TargetMethod target;
    private final ClassName entryPoint;
    private final Search search;
    private final CodecMarkReader marks;
    private final CodecScope scope;
    private final CodecFinder finder;

    ArgumentsReader(
            Compilation compilation,
            Problems problems,
            ClassName launcher,
            ExecutableElement method,
            TargetMethod target) {
        this.problems = problems;
        this.method = method;
        this.target = target;
        this.entryPoint = launcher.peerClass(SimpleNames.entryPointOf(launcher.simpleName()));
        this.search = Search.begin(compilation, problems);
        this.marks = search.marks();
        this.scope = marks.scopeInside(method, CodecScope.EMPTY);
        Set<String> taken = new HashSet<>(new Placements(compilation.elements()).namesWithoutPackage(method));
        taken.add("Arguments");
        this.finder = new CodecFinder(search, entryPoint, taken);
    }

    boolean metUnresolved() {
        return finder.metUnresolved();
    }

    /** Nothing if a value cannot cross. */
    Optional<EntryPointModel> read(LaunchSettings settings) {
        finder.mentionSignature(method);
        List<CodecRef> arguments = new ArrayList<>();
        target.receiver().flatMap(receiver -> receiver()).ifPresent(arguments::add);
        for (VariableElement parameter : method.getParameters()) {
            argument(parameter).ifPresent(arguments::add);
        }
        Optional<CodecRef> result = result();
        int expected = method.getParameters().size() + (target.receiver().isPresent() ? 1 : 0);
        if (arguments.size() < expected || result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EntryPointModel(
                entryPoint,
                settings,
                search.structure().fingerprint(Signatures.full(method)),
                arguments,
                result.get(),
                finder.codecs(),
                finder.lintKeys()));
    }

    private Optional<CodecRef> receiver() {
        TypeElement owner = Members.owner(method);
        if (!owner.getTypeParameters().isEmpty() || isReportedElsewhere(owner.asType())) {
            return Optional.empty();
        }
        TypeMirror type = owner.asType();
        return finder.findRoot(type, scope, new TypePath(method, "the record of " + method.getSimpleName() + "()"));
    }

    private Optional<CodecRef> argument(VariableElement parameter) {
        List<CodecMark> own = marks.marksOn(parameter);
        if (isReportedElsewhere(parameter.asType())) {
            return Optional.empty();
        }
        TypePath path = new TypePath(parameter, "parameter '" + parameter.getSimpleName() + "'");
        int errorsBefore = problems.errors();
        Optional<CodecRef> codec = finder.findRoot(parameter.asType(), scope.with(own), path);
        own.stream()
                .filter(mark -> problems.errors() == errorsBefore && !finder.used(mark))
                .forEach(mark -> reportUnused(mark, parameter));
        return codec;
    }

    /** A type variable is a mistake of the method or its class, and a private type one of the signature. */
    private static boolean isReportedElsewhere(TypeMirror type) {
        return TypeVariables.occurIn(type) || HiddenTypes.isHidden(type);
    }

    private void reportUnused(CodecMark mark, VariableElement parameter) {
        problems.add(Problem.at(
                parameter,
                mark.source().annotation(),
                Message.CODEC_UNUSED,
                TypeText.brief(mark.type()),
                "parameter '" + parameter.getSimpleName() + "'"));
    }

    private Optional<CodecRef> result() {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.VOID) {
            return Optional.of(new CodecRef.BuiltIn(BuiltInTypes.CODECS, "voidResult", List.of()));
        }
        if (isReportedElsewhere(type)) {
            return Optional.empty();
        }
        return finder.findBoxedRoot(
                type, scope, new TypePath(method, "the result of " + method.getSimpleName() + "()"));
    }
}
