package dev.runinprocess.processor.read;

import com.palantir.javapoet.NameAllocator;

/** Variable names made from class names. */
final class Decapitalised {
    private Decapitalised() {}

    /** {@code job} for {@code Job}, {@code class_} for {@code Class}. */
    static String of(CharSequence className) {
        String name = Character.toLowerCase(className.charAt(0))
                + className.subSequence(1, className.length()).toString();
        return new NameAllocator().newName(name);
    }
}
