package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.runinprocess.processor.model.DefaultValue;

/** The expressions that the texts of {@code @Default} stand for. */
final class DefaultExpressions {
    private DefaultExpressions() {}

    static CodeBlock of(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return CodeBlock.of("$L", literal.source());
        } else if (value instanceof DefaultValue.Symbol symbol) {
            return Literals.of(symbol.value());
        } else if (value instanceof DefaultValue.Text text) {
            return Literals.of(text.value());
        } else if (value instanceof DefaultValue.Constant constant) {
            return CodeBlock.of("$T.$L", constant.owner(), constant.name());
        } else if (value instanceof DefaultValue.Parsed parsed) {
            return CodeBlock.of("$T.$L($L)", parsed.owner(), parsed.factory(), Literals.of(parsed.text()));
        } else if (value instanceof DefaultValue.Constructed constructed) {
            return CodeBlock.of("new $T($L)", constructed.type(), Literals.of(constructed.text()));
        }
        throw new IllegalArgumentException("no expression for " + value);
    }
}
