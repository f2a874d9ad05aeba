package dev.runinprocess.processor;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import dev.runinprocess.processor.diagnostics.Diagnostics;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.LauncherModel;
import dev.runinprocess.processor.model.TransferableModel;
import dev.runinprocess.processor.read.Compilation;
import dev.runinprocess.processor.read.GeneratedNames;
import dev.runinprocess.processor.read.MethodReader;
import dev.runinprocess.processor.read.Reading;
import dev.runinprocess.processor.read.StrayDefaults;
import dev.runinprocess.processor.read.TransferableReader;
import dev.runinprocess.processor.write.CodecWriter;
import dev.runinprocess.processor.write.EntryPointWriter;
import dev.runinprocess.processor.write.LauncherWriter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The rounds of one compilation: reads what is marked, reports all problems, writes all files. */
final class Rounds {
    private static final Set<Class<? extends Annotation>> MARKS =
            new LinkedHashSet<>(List.of(Transferable.class, RunInProcess.class));

    private final Compilation compilation;
    private final Diagnostics diagnostics;
    private final GeneratedFiles files;
    private final GeneratedNames names;
    private List<Postponed> postponed = new ArrayList<>();

    Rounds(Compilation compilation, Diagnostics diagnostics, Filer filer) {
        this.compilation = compilation;
        this.diagnostics = diagnostics;
        this.files = new GeneratedFiles(filer);
        this.names = new GeneratedNames();
    }

    /** Processes a round. An exception that escaped would end the compiler, and take all messages with it. */
    void processSafely(RoundEnvironment round) {
        try {
            process(round);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            diagnostics.printInternalError(e);
        }
    }

    private void process(RoundEnvironment round) {
        compilation.noteSources(round.getRootElements());
        names.noteTypes(round.getRootElements());
        List<Element> marked = new ArrayList<>();
        postponed.forEach(each -> each.find(compilation).ifPresent(marked::add));
        marked.addAll(round.getElementsAnnotatedWithAny(MARKS));
        postponed = new ArrayList<>();
        expectCodecs(marked);
        for (Element element : marked) {
            processSafely(element);
        }
        Problems problems = new Problems();
        round.getElementsAnnotatedWith(Default.class).forEach(parameter -> StrayDefaults.report(parameter, problems));
        diagnostics.print(problems);
    }

    private void expectCodecs(List<Element> marked) {
        for (Element element : marked) {
            if (element instanceof TypeElement type) {
                compilation.expectCodecOf(type);
            }
        }
    }

    /** The same for one element, so that the messages about others stay. */
    private void processSafely(Element element) {
        try {
            process(element);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            diagnostics.printInternalError(element, e);
        }
    }

    private void process(Element element) {
        Problems problems = new Problems();
        boolean complete = element.getKind() == ElementKind.METHOD
                ? processMethod((ExecutableElement) element, problems)
                : processType((TypeElement) element, problems);
        if (complete) {
            diagnostics.print(problems);
        } else {
            postponed.add(Postponed.of(element));
        }
    }

    private boolean processMethod(ExecutableElement method, Problems problems) {
        Reading<LauncherModel> reading = new MethodReader(compilation, problems).read(method);
        reading.model().ifPresent(launcher -> {
            if (names.claim(launcher, method, problems)) {
                files.write(LauncherWriter.write(launcher), method, problems);
                launcher.entryPoint()
                        .map(entryPoint -> EntryPointWriter.write(launcher, entryPoint))
                        .ifPresent(file -> files.write(file, method, problems));
            }
        });
        return reading.isComplete();
    }

    private boolean processType(TypeElement type, Problems problems) {
        Reading<TransferableModel> reading = new TransferableReader(compilation, problems).read(type);
        reading.model().ifPresent(transferable -> {
            if (names.claim(transferable, type, problems)) {
                files.write(CodecWriter.write(transferable), type, problems);
            }
        });
        return reading.isComplete();
    }
}
