package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Unmarkable;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Why a type can have no codec of its own. */
final class Unmarkables {
    private Unmarkables() {}

    static Optional<Unmarkable> faultOf(TypeElement type) {
        boolean closed =
                type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM || Families.isFamily(type);
        if (!closed) {
            return Optional.of(type.getKind().isInterface() ? Unmarkable.INTERFACE : Unmarkable.CLASS);
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(Unmarkable.GENERIC);
        }
        return Reach.privateObstacle(type).map(found -> Unmarkable.PRIVATE);
    }
}
