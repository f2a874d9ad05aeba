package dev.runinprocess.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** What generated code can name from where it is. */
final class Reach {
    private Reach() {}

    /** The element itself, or the one around it, that code in the package cannot name. */
    static Optional<Element> obstacle(Element element, String fromPackage, Elements elements) {
        boolean samePackage = elements.getPackageOf(element).getQualifiedName().contentEquals(fromPackage);
        return around(element)
                .filter(part -> samePackage ? isPrivate(part) : !isPublic(part))
                .findFirst();
    }

    /** The element itself, or the one around it, that no other class can name. */
    static Optional<Element> privateObstacle(Element element) {
        return around(element).filter(Reach::isPrivate).findFirst();
    }

    private static Stream<Element> around(Element element) {
        return Stream.iterate(
                element, part -> part != null && part.getKind() != ElementKind.PACKAGE, Element::getEnclosingElement);
    }

    private static boolean isPrivate(Element element) {
        return element.getModifiers().contains(Modifier.PRIVATE);
    }

    /** Whether the element and all around it are public. */
    static boolean isPublicThroughout(Element element) {
        return around(element).allMatch(Reach::isPublic);
    }

    /** Members of an interface are public without saying so. */
    static boolean isPublic(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || (Members.enclosing(element).getKind() == ElementKind.INTERFACE
                        && !element.getModifiers().contains(Modifier.PRIVATE));
    }

    /** An obstacle as messages name it. */
    static String name(Element obstacle) {
        if (obstacle.getKind() == ElementKind.CONSTRUCTOR) {
            return "the constructor of " + Members.enclosing(obstacle);
        }
        return obstacle.toString();
    }

    /** What keeps an obstacle out of reach. */
    static String describe(Element obstacle) {
        for (Modifier modifier : List.of(Modifier.PRIVATE, Modifier.PROTECTED)) {
            if (obstacle.getModifiers().contains(modifier)) {
                return modifier.toString();
            }
        }
        return "package-private";
    }

    /** What to do about an obstacle. */
    static String remedy(Element obstacle) {
        return obstacle.getModifiers().contains(Modifier.PRIVATE)
                ? "Make it package-private or wider."
                : "Make it public, or mark the type that contains it with @Transferable, so that its codec is generated in"
                        + " that package.";
    }
}
