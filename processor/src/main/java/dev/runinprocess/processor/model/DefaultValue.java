package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The checked text of a {@code @Default}, as the expression it stands for. */
public sealed interface DefaultValue {
    /** Source text that is the same everywhere: a number, {@code true}. */
    record Literal(String source) implements DefaultValue {}

    /** A character. */
    record Symbol(char value) implements DefaultValue {}

    /** A string. */
    record Text(String value) implements DefaultValue {}

    /** A constant of an enum or another class, such as {@code Double.NaN}. */
    record Constant(ClassName owner, String name) implements DefaultValue {}

    /** A static factory that takes the text, such as {@code Path.of("a.bin")}. */
    record Parsed(ClassName owner, String factory, String text) implements DefaultValue {}

    /** A constructor that takes the text, such as {@code new BigDecimal("0.1")}. */
    record Constructed(TypeName type, String text) implements DefaultValue {}
}
