package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.runinprocess.processor.model.DefaultValue;

/** The expressions that the texts of {@code @Default} stand for. */
final class DefaultExpressions {
    private DefaultExpressions() {}

    static CodeBlock of(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return CodeBlock.of("$L", literal.source());
        } else if (value instanceof DefaultValue.Text text) {
            return CodeBlock.of("$S", text.value());
        } else if (value instanceof DefaultValue.Constant constant) {
            return CodeBlock.of("$T.$L", constant.owner(), constant.name());
        } else if (value instanceof DefaultValue.Parsed parsed) {
            return CodeBlock.of("$T.$L($S)", parsed.owner(), parsed.factory(), parsed.text());
        } else if (value instanceof DefaultValue.Constructed constructed) {
            return CodeBlock.of("new $T($S)", constructed.type(), constructed.text());
        }
        throw new IllegalArgumentException("no expression for " + value);
    }
}
