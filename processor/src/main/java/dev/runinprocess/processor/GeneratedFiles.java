package dev.runinprocess.processor;

import com.palantir.javapoet.JavaFile;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;

/** Hands generated files to the compiler. */
final class GeneratedFiles {
    private final Filer filer;

    GeneratedFiles(Filer filer) {
        this.filer = filer;
    }

    /** Writes the file, or reports why the compiler does not take it. */
    void write(JavaFile file, Element source, Problems problems) {
        String name = file.packageName() + "." + file.typeSpec().name();
        try {
            file.writeTo(filer);
        } catch (FilerException e) {
            problems.add(Problem.at(
                    source, Message.TYPE_CLASH, name, source.getSimpleName(), "rename one of the two sources"));
        } catch (IOException e) {
            problems.add(Problem.at(source, Message.FILE_WRITE, name, e));
        }
    }
}
