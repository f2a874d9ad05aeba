package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.LauncherModel;
import dev.runinprocess.processor.model.TransferableModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The names of generated classes, each of which can be had once. */
public final class GeneratedNames {
    private final Map<String, String> claimed = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    /** Creates one for a whole compilation. */
    public GeneratedNames() {}

    /** Notes the types of a round; what was generated in the round before is not the user's. */
    public void noteTypes(Set<? extends Element> types) {
        for (Element element : types) {
            if (element instanceof TypeElement type
                    && !claimed.containsKey(type.getQualifiedName().toString())) {
                written.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Claims a launcher's names, or reports who has one of them. */
    public boolean claim(LauncherModel launcher, ExecutableElement method, Problems problems) {
        String owner = Signatures.owned(method);
        ClassName entryPoint = launcher.name()
                .peerClass(SimpleNames.entryPointOf(launcher.name().simpleName()));
        String suggestion = Members.owner(method).getSimpleName() + SimpleNames.launcherOf(method.getSimpleName());
        String remedy = "@RunInProcess(launcher = \"" + suggestion + "\")";
        Claim claim = new Claim(method, owner, Message.LAUNCHER_CLASH, suggestion, remedy);
        return claim(launcher.name(), claim, problems) && claim(entryPoint, claim, problems);
    }

    /** Claims a codec's name, or reports who has it. */
    public boolean claim(TransferableModel transferable, TypeElement type, Problems problems) {
        String suggestion = TypeText.nestedName(type).replace(".", "") + "Codec";
        String remedy = "@Transferable(codec = \"" + suggestion + "\")";
        Claim claim = new Claim(type, TypeText.nestedName(type), Message.CODEC_CLASH, suggestion, remedy);
        return claim(transferable.codec().name(), claim, problems);
    }

    private record Claim(Element element, String owner, Message ifTaken, String suggestion, String remedy) {}

    private boolean claim(ClassName name, Claim claim, Problems problems) {
        if (written.contains(name.canonicalName())) {
            problems.add(
                    Problem.at(claim.element(), Message.TYPE_CLASH, name.simpleName(), claim.owner(), claim.remedy()));
            return false;
        }
        String other = claimed.putIfAbsent(name.canonicalName(), claim.owner());
        if (other != null) {
            problems.add(Problem.at(
                    claim.element(), claim.ifTaken(), other, claim.owner(), name.simpleName(), claim.suggestion()));
            return false;
        }
        return true;
    }
}
