package dev.runinprocess;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** The condition that what users can see of a class is made of types that users can see. */
final class MentionOnlyVisibleTypes extends ArchCondition<JavaClass> {
    MentionOnlyVisibleTypes() {
        super("mention only visible types in what users can see of them");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream())
                .forEach(parent -> check(type.getDescription(), parent, events));
        type.getMembers().stream()
                .filter(member -> isVisible(member.getModifiers()))
                .forEach(member ->
                        typesOf(member).forEach(mentioned -> check(member.getDescription(), mentioned, events)));
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static void check(String where, JavaType mentioned, ConditionEvents events) {
        mentioned.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> type.getPackageName().startsWith("dev.runinprocess"))
                .filter(type -> !isVisible(type) || type.getPackageName().startsWith("dev.runinprocess.internal"))
                .forEach(
                        type -> events.add(SimpleConditionEvent.violated(type, where + " mentions " + type.getName())));
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass()
                        .map(MentionOnlyVisibleTypes::isVisible)
                        .orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
