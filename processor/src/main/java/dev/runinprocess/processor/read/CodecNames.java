package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names for the codecs nested in a generated class: {@code JobCodec}, {@code BoxOfStringCodec}. */
final class CodecNames {
    private final ClassName holder;
    private final Set<String> taken = new HashSet<>();

    CodecNames(ClassName holder, Set<String> reserved) {
        this.holder = holder;
        taken.add(holder.simpleName());
        taken.addAll(reserved);
    }

    ClassName nameFor(DeclaredType type) {
        String plain = describe(type) + "Codec";
        String name = plain;
        for (int number = 2; !taken.add(name); number++) {
            name = plain + number;
        }
        return holder.nestedClass(name);
    }

    private static String describe(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return describe(array.getComponentType()) + "Array";
        }
        if (!(type instanceof DeclaredType declared)) {
            return capitalised(TypeText.brief(type));
        }
        StringBuilder text = new StringBuilder(declared.asElement().getSimpleName());
        String link = "Of";
        for (TypeMirror argument : declared.getTypeArguments()) {
            text.append(link).append(describe(argument));
            link = "And";
        }
        return text.toString();
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1).replaceAll("\\W", "");
    }
}
