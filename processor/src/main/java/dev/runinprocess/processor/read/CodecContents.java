package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.diagnostics.Refusal;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.CodecRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** What a generated codec writes: a record's components, or a family's members. */
final class CodecContents {
    private final Compilation compilation;
    private final Problems problems;
    private final Structure structure;
    private final CodecMarkReader marks;
    private final CodecFinder finder;
    private final Families families;

    CodecContents(Search search, CodecFinder finder) {
        this.compilation = search.compilation();
        this.problems = search.problems();
        this.structure = search.structure();
        this.marks = search.marks();
        this.finder = finder;
        this.families = new Families(compilation.types());
    }

    /** The codec of a record, an enum or a family; {@code scope} holds the marks in force inside of it. */
    Optional<CodecModel> of(ClassName name, DeclaredType type, CodecScope scope, TypePath path) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getKind() == ElementKind.ENUM) {
            structure.add(Families.describeEnum(element));
            return Optional.of(new CodecModel.OfEnum(name, TypeName.get(type)));
        }
        return element.getKind() == ElementKind.RECORD
                ? ofRecord(name, type, scope, path)
                : ofFamily(name, type, scope, path);
    }

    private Optional<CodecModel> ofRecord(ClassName name, DeclaredType type, CodecScope scope, TypePath path) {
        List<? extends RecordComponentElement> declared = ((TypeElement) type.asElement()).getRecordComponents();
        StringJoiner shape = new StringJoiner(", ", "record " + TypeText.full(type) + "(", ")");
        List<CodecModel.Component> components = new ArrayList<>();
        for (RecordComponentElement component : declared) {
            String componentName = component.getSimpleName().toString();
            TypeMirror componentType = typeIn(type, component);
            shape.add(TypeText.full(componentType) + " " + componentName);
            finder.mention(component.getAccessor());
            CodecScope inside = scope.with(marks.marksOn(component));
            TypePath here = path.then("component '" + componentName + "'");
            if (isMissing(componentType, (TypeElement) type.asElement())) {
                here.report(problems, Message.TYPE_MISSING, componentType);
                continue;
            }
            finder.find(componentType, inside, here)
                    .ifPresent(codec -> components.add(new CodecModel.Component(componentName, codec)));
        }
        structure.add(shape.toString());
        return components.size() == declared.size()
                ? Optional.of(new CodecModel.OfRecord(name, TypeName.get(type), components))
                : Optional.empty();
    }

    /** What a source lacks, the compiler reports itself; about class files it says nothing. */
    private boolean isMissing(TypeMirror type, TypeElement record) {
        return Unresolved.occursIn(type) && !compilation.isFromSource(record);
    }

    /** A component's type with the record's type arguments in the place of its parameters. */
    private TypeMirror typeIn(DeclaredType record, RecordComponentElement component) {
        ExecutableType accessor = (ExecutableType) compilation.types().asMemberOf(record, component.getAccessor());
        return accessor.getReturnType();
    }

    private Optional<CodecModel> ofFamily(ClassName name, DeclaredType type, CodecScope scope, TypePath path) {
        SortedMap<String, DeclaredType> leaves = new TreeMap<>();
        if (!collectLeaves(type, path, leaves)) {
            return Optional.empty();
        }
        if (leaves.isEmpty()) {
            path.refuse(problems, type, Refusal.NO_MEMBER);
            return Optional.empty();
        }
        structure.add("sealed " + TypeText.full(type) + " permits " + leaves.keySet());
        // By name: where there is no permits clause, compilers do not agree on the order.
        List<CodecModel.Member> members = new ArrayList<>();
        for (DeclaredType leaf : leaves.values()) {
            finder.find(leaf, scope, path.then("member " + TypeText.brief(leaf)))
                    .ifPresent(codec -> members.add(member(leaf, codec)));
        }
        return members.size() == leaves.size()
                ? Optional.of(new CodecModel.OfFamily(name, TypeName.get(type), members))
                : Optional.empty();
    }

    private static CodecModel.Member member(DeclaredType type, CodecRef codec) {
        NameAllocator names = new NameAllocator();
        names.newName("out");
        names.newName("value");
        String variable = names.newName(Decapitalised.of(type.asElement().getSimpleName()));
        return new CodecModel.Member(TypeName.get(type), variable, codec);
    }

    /** Families within the family are dissolved: a value travels as the one concrete type it has. */
    private boolean collectLeaves(DeclaredType family, TypePath path, SortedMap<String, DeclaredType> leaves) {
        boolean complete = true;
        for (Families.Member member : families.membersOf(family)) {
            TypePath here = path.then("member " + TypeText.nestedName(member.element()));
            if (member.fit() == Families.Fit.UNKNOWN) {
                here.refuse(problems, member.element().asType(), Refusal.UNKNOWN_ARGUMENT);
                complete = false;
            } else if (member.fit() == Families.Fit.FITS) {
                complete &= collectLeaf(member, member.type().orElseThrow(), here, leaves);
            }
        }
        return complete;
    }

    private boolean collectLeaf(
            Families.Member member, DeclaredType type, TypePath path, SortedMap<String, DeclaredType> leaves) {
        if (member.element().getModifiers().contains(Modifier.NON_SEALED)
                && marks.ownMark(member.element()).isEmpty()) {
            path.refuse(problems, type, Refusal.OPEN_MEMBER);
            return false;
        }
        if (member.isLeaf() || marks.ownMark(member.element()).isPresent()) {
            leaves.put(TypeText.full(type), type);
            return true;
        }
        return collectLeaves(type, path, leaves);
    }
}
