package dev.runinprocess.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.Deprecation;
import dev.runinprocess.processor.model.Placement;
import java.util.List;
import javax.annotation.processing.Generated;

/** What all generated files have in common. */
final class SourceFiles {
    private static final String PROCESSOR = "dev.runinprocess.processor.RunInProcessProcessor";

    private SourceFiles() {}

    /** The type as a file of its own: it originates from exactly one element. */
    static JavaFile of(Placement placement, TypeSpec.Builder type, String source, List<String> lintKeys) {
        type.addOriginatingElement(placement.origin());
        placement.unqualifiable().stream().sorted().forEach(type::alwaysQualify);
        suppress(type, lintKeys);
        if (placement.stampVisible()) {
            // @Generated(value = "dev.runinprocess.processor.RunInProcessProcessor", comments = "from Transfers")
            type.addAnnotation(AnnotationSpec.builder(Generated.class)
                    .addMember("value", "$S", PROCESSOR)
                    .addMember("comments", "$S", "from " + source)
                    .build());
        }
        return JavaFile.builder(placement.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(!placement.javaLangShadowed())
                .build();
    }

    /** {@code @SuppressWarnings("deprecation")}: only where what a user deprecated has to be named. */
    private static void suppress(TypeSpec.Builder type, List<String> lintKeys) {
        if (!lintKeys.isEmpty()) {
            AnnotationSpec.Builder suppression = AnnotationSpec.builder(SuppressWarnings.class);
            lintKeys.forEach(key -> suppression.addMember("value", "$S", key));
            type.addAnnotation(suppression.build());
        }
    }

    /** {@code @Deprecated(since = "2", forRemoval = true)}, as on what the file is generated from. */
    static AnnotationSpec deprecated(Deprecation deprecation) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(Deprecated.class);
        if (!deprecation.since().isEmpty()) {
            annotation.addMember("since", Literals.of(deprecation.since()));
        }
        if (deprecation.forRemoval()) {
            annotation.addMember("forRemoval", "true");
        }
        return annotation.build();
    }
}
