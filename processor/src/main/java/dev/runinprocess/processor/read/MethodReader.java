package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.LaunchSettings;
import dev.runinprocess.processor.model.LauncherModel;
import dev.runinprocess.processor.model.Placement;
import dev.runinprocess.processor.model.TargetMethod;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Reads a method marked {@code @RunInProcess}. */
public final class MethodReader {
    private final Compilation compilation;
    private final Problems problems;
    private final MethodChecks checks;
    private final ExceptionChecks exceptions;
    private final SettingsReader settings;
    private final SignatureReader signatures;

    /** Creates one that reports what is wrong. */
    public MethodReader(Compilation compilation, Problems problems) {
        this.compilation = compilation;
        this.problems = problems;
        this.checks = new MethodChecks(problems);
        this.exceptions = new ExceptionChecks(compilation, problems);
        this.settings = new SettingsReader(problems);
        this.signatures = new SignatureReader(compilation, problems);
    }

    /** Reads the method, its annotation and all types that would cross. */
    public Reading<LauncherModel> read(ExecutableElement method) {
        int errorsBefore = problems.errors();
        if (signatures.isUnresolved(method)) {
            return Reading.later();
        }
        Attributes annotation = Attributes.of(method, RunInProcess.class).orElseThrow();
        ClassName launcher = launcherName(method, annotation);
        LaunchSettings launch = settings.read(annotation);
        checks.check(method);
        exceptions.check(method);
        TargetMethod target = signatures.read(method);
        ArgumentsReader arguments = new ArgumentsReader(compilation, problems, launcher, method, target);
        Optional<EntryPointModel> entryPoint = arguments.read(launch);
        if (arguments.metUnresolved()) {
            return Reading.later();
        }
        if (!signatures.isRepeatable(method)) {
            return Reading.none();
        }
        boolean valid = problems.errors() == errorsBefore;
        return Reading.of(launcher(method, launcher, target, entryPoint.filter(found -> valid)));
    }

    private ClassName launcherName(ExecutableElement method, Attributes annotation) {
        String defaultName = SimpleNames.launcherOf(method.getSimpleName());
        String name = SimpleNames.read(annotation, "launcher", defaultName, Message.LAUNCHER_NAME, problems);
        return ClassName.get(
                compilation.elements().getPackageOf(method).getQualifiedName().toString(), name);
    }

    private LauncherModel launcher(
            ExecutableElement method, ClassName name, TargetMethod target, Optional<EntryPointModel> entryPoint) {
        Placement placement = new Placements(compilation.elements()).of(Members.owner(method));
        return new LauncherModel(
                placement,
                name,
                Reach.isPublicThroughout(method),
                target,
                LintKeys.effectiveDeprecation(method),
                lintKeys(method, target).keys(),
                entryPoint);
    }

    private static LintKeys lintKeys(ExecutableElement method, TargetMethod target) {
        LintKeys lintKeys = new LintKeys();
        lintKeys.mentionSignature(method);
        for (VariableElement parameter : method.getParameters()) {
            DefaultReader.constantOf(parameter).ifPresent(lintKeys::mention);
        }
        target.receiver().ifPresent(receiver -> lintKeys.mention(Members.owner(method)));
        return lintKeys;
    }
}
