package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** A codec class to generate. */
public sealed interface CodecModel {
    /** The name of the codec class. */
    ClassName name();

    /** The type of the values. */
    TypeName type();

    /** The codec of a record: its components, in order. */
    record OfRecord(ClassName name, TypeName type, List<Component> components) implements CodecModel {
        /** Copies the list. */
        public OfRecord {
            components = List.copyOf(components);
        }
    }

    /** The codec of a sealed family: the number of the member in {@code members}, then the member. */
    record OfFamily(ClassName name, TypeName type, List<Member> members) implements CodecModel {
        /** Copies the list. */
        public OfFamily {
            members = List.copyOf(members);
            if (members.isEmpty()) {
                throw new IllegalArgumentException("a family needs a member: " + type);
            }
        }
    }

    /** The codec of an enum: the number of the constant. */
    record OfEnum(ClassName name, TypeName type) implements CodecModel {}

    /** A record's component and how it travels. */
    record Component(String name, CodecRef codec) {}

    /** A concrete type of a family, the name of the variable that holds it, and how it travels. */
    record Member(TypeName type, String variable, CodecRef codec) {}
}
