package dev.runinprocess.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;

/** Types that exist at run time as they were written; of others, no array can be created without an unchecked warning. */
final class Reifiable {
    private Reifiable() {}

    static boolean is(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return is(array.componentType());
        }
        return !(type instanceof ParameterizedTypeName generic)
                || generic.typeArguments().stream().allMatch(Reifiable::isUnbounded);
    }

    private static boolean isUnbounded(TypeName argument) {
        return argument instanceof WildcardTypeName wildcard
                && wildcard.lowerBounds().isEmpty()
                && wildcard.upperBounds().equals(List.of(ClassName.OBJECT));
    }
}
