package dev.runinprocess.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A parameter of a launcher's methods: one of the method's, or the record that the method is called on.
 *
 * @param name its name, as messages and {@code with()} have it
 * @param variable the same, unless a variable of that name would hide a type
 * @param description what Javadoc says of it
 */
public record Parameter(
        String name, String variable, TypeName type, String description, Optional<DefaultValue> defaultValue) {}
