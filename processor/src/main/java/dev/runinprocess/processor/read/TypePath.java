package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.diagnostics.Refusal;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * The way from what a user marked to a part of its type, such as {@code parameter 'job' → component 'pool'}. Problems on
 * the way are reported where it begins: the part may be in another file.
 */
record TypePath(Element start, String text) {
    TypePath then(String step) {
        return new TypePath(start, text + " → " + step);
    }

    void refuse(Problems problems, TypeMirror culprit, Refusal refusal) {
        report(problems, Message.NOT_TRANSFERABLE, culprit, refusal.reason(), refusal.remedy());
    }

    /** Reports a message whose first fact is this way with the type it leads to. */
    void report(Problems problems, Message message, TypeMirror culprit, Object... facts) {
        Object[] all = new Object[facts.length + 1];
        all[0] = text + " (" + TypeText.full(culprit) + ")";
        System.arraycopy(facts, 0, all, 1, facts.length);
        problems.add(Problem.at(start, message, all));
    }
}
