package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.Transferable;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.diagnostics.Unmarkable;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.TransferableModel;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** Reads a type marked {@code @Transferable}. */
public final class TransferableReader {
    private final Compilation compilation;
    private final Problems problems;

    /** Creates one that reports what is wrong. */
    public TransferableReader(Compilation compilation, Problems problems) {
        this.compilation = compilation;
        this.problems = problems;
    }

    /** Reads the type and all that it consists of. */
    public Reading<TransferableModel> read(TypeElement type) {
        int errorsBefore = problems.errors();
        Attributes mark = Attributes.of(type, Transferable.class).orElseThrow();
        String defaultName = type.getSimpleName() + "Codec";
        SimpleNames.read(mark, "codec", defaultName, Message.CODEC_NAME, problems);
        Optional<Unmarkable> fault = Unmarkables.faultOf(type);
        fault.ifPresent(found -> problems.add(Problem.at(
                type,
                mark.annotation(),
                Message.TRANSFERABLE_TYPE,
                type.getSimpleName(),
                found.reason(),
                found.remedy())));
        if (fault.isPresent()) {
            return Reading.none();
        }
        Reading<TransferableModel> reading = readContents(type, codecName(type, mark, compilation.elements()));
        return problems.errors() == errorsBefore ? reading : Reading.none();
    }

    private Reading<TransferableModel> readContents(TypeElement type, ClassName name) {
        Search search = Search.begin(compilation, problems);
        search.structure().enter(type.getQualifiedName().toString());
        Placements placements = new Placements(compilation.elements());
        CodecFinder finder = new CodecFinder(search, name, placements.namesWithoutPackage(type));
        finder.mention(type);
        Optional<CodecModel> codec = contents(type, name, search, finder);
        if (finder.metUnresolved()) {
            return Reading.later();
        }
        return codec.map(found -> Reading.of(new TransferableModel(
                        placements.of(type),
                        Reach.isPublicThroughout(type),
                        found,
                        finder.codecs(),
                        LintKeys.effectiveDeprecation(type),
                        finder.lintKeys())))
                .orElseGet(Reading::none);
    }

    private static Optional<CodecModel> contents(TypeElement type, ClassName name, Search search, CodecFinder finder) {
        CodecContents contents = new CodecContents(search, finder);
        TypePath path = new TypePath(type, describe(type));
        CodecScope scope = search.marks().scopeInside(type, CodecScope.EMPTY);
        return contents.of(name, (DeclaredType) type.asType(), scope, path);
    }

    private static String describe(TypeElement type) {
        String kind = switch (type.getKind()) {
            case RECORD -> "record";
            case ENUM -> "enum";
            default -> "sealed type";
        };
        return kind + " " + TypeText.nestedName(type);
    }

    /**
     * Adds the shape of a marked type to a fingerprint. What is wrong with the type is reported where it is declared.
     *
     * @return whether nothing is wrong
     */
    static boolean describe(TypeElement type, Compilation compilation, Structure structure) {
        String name = type.getQualifiedName().toString();
        if (structure.enter(name) && !isSound(type, compilation, structure)) {
            structure.markBroken(name);
        }
        return !structure.isBroken(name);
    }

    private static boolean isSound(TypeElement type, Compilation compilation, Structure structure) {
        if (Unmarkables.faultOf(type).isPresent()) {
            return false;
        }
        Problems reportedElsewhere = new Problems();
        Search search = Search.begin(compilation, reportedElsewhere, structure);
        ClassName name = ClassName.get(type);
        contents(type, name, search, new CodecFinder(search, name, Set.of()));
        return reportedElsewhere.errors() == 0;
    }

    /** The name of the codec of a marked type, beside that type. */
    static ClassName codecName(TypeElement type, Attributes mark, Elements elements) {
        String name = mark.text("codec").filter(SimpleNames::isSimpleName).orElse(type.getSimpleName() + "Codec");
        return ClassName.get(elements.getPackageOf(type).getQualifiedName().toString(), name);
    }
}
