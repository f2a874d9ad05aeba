package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Arguments of a call: on one line, or on a line each if that would be too long. */
final class ArgumentList {
    private static final int LONGEST_LINE = 80;

    private ArgumentList() {}

    static CodeBlock of(List<CodeBlock> arguments) {
        CodeBlock oneLine = arguments.stream().collect(CodeBlock.joining(", "));
        if (lengthWithImports(oneLine) <= LONGEST_LINE) {
            return oneLine;
        }
        CodeBlock lines = arguments.stream().collect(CodeBlock.joining(",\n"));
        return CodeBlock.builder().add("\n").add(lines).build();
    }

    /** A block that is not yet in a file names all types in full. */
    private static int lengthWithImports(CodeBlock code) {
        return code.toString().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "").length();
    }
}
