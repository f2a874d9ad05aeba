package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;

/** Names of generated classes, as users write them in annotations. */
final class SimpleNames {
    private static final String LAUNCHER = "Launcher";

    private SimpleNames() {}

    /** The name that the attribute gives or, if it is left out or no class name, the default. */
    static String read(
            Attributes annotation, String attribute, String defaultName, Message ifWrong, Problems problems) {
        Optional<String> written = annotation.text(attribute);
        if (written.isEmpty() || isSimpleName(written.get())) {
            return written.orElse(defaultName);
        }
        AnnotationValue value = annotation.value(attribute).orElseThrow();
        problems.add(
                Problem.at(annotation.element(), annotation.annotation(), value, ifWrong, written.get(), defaultName));
        return defaultName;
    }

    /** {@code Arguments} is the name of a class inside of each launcher, which cannot have the same one. */
    static boolean isSimpleName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !name.equals("Arguments");
    }

    /** {@code DownloadLauncher} for {@code download}. */
    static String launcherOf(CharSequence method) {
        return Character.toUpperCase(method.charAt(0)) + method.toString().substring(1) + LAUNCHER;
    }

    /** {@code DownloadEntryPoint} for {@code DownloadLauncher}. */
    static String entryPointOf(String launcher) {
        boolean usual = launcher.endsWith(LAUNCHER) && launcher.length() > LAUNCHER.length();
        String stem = usual ? launcher.substring(0, launcher.length() - LAUNCHER.length()) : launcher;
        return stem + "EntryPoint";
    }
}
