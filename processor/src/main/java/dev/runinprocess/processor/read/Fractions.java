package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.processor.model.DefaultValue;

/** Floating-point numbers as source text; some of them have no literal. */
final class Fractions {
    private Fractions() {}

    static DefaultValue ofFloat(String text) {
        float value = Float.parseFloat(text);
        return Float.isFinite(value)
                ? new DefaultValue.Literal(value + "f")
                : new DefaultValue.Constant(ClassName.get(Float.class), nameOf(value));
    }

    static DefaultValue ofDouble(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value)
                ? new DefaultValue.Literal(Double.toString(value))
                : new DefaultValue.Constant(ClassName.get(Double.class), nameOf(value));
    }

    private static String nameOf(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }
}
