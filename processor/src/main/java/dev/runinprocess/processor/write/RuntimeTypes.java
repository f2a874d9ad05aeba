package dev.runinprocess.processor.write;

import com.palantir.javapoet.ClassName;
import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.BoundedClass;
import dev.runinprocess.link.ChildMain;
import dev.runinprocess.link.EntryPoint;
import dev.runinprocess.link.GivenArguments;
import dev.runinprocess.link.Outcomes;
import dev.runinprocess.link.TaskDefinition;
import dev.runinprocess.link.Widening;

/** The runtime's types that generated code names. */
final class RuntimeTypes {
    static final ClassName CALL = ClassName.get(Call.class);
    static final ClassName CHILD_PROCESS = ClassName.get(ChildProcess.class);
    static final ClassName PROCESS_OPTIONS = ClassName.get(ProcessOptions.class);
    static final ClassName CHILD_DIED = ClassName.get(ChildDiedException.class);
    static final ClassName CODEC = ClassName.get(Codec.class);
    static final ClassName CODECS = ClassName.get(Codecs.class);
    static final ClassName VALUE_READER = ClassName.get(ValueReader.class);
    static final ClassName VALUE_WRITER = ClassName.get(ValueWriter.class);
    static final ClassName BOUND_TASK = ClassName.get(BoundTask.class);
    static final ClassName BOUNDED_CLASS = ClassName.get(BoundedClass.class);
    static final ClassName CHILD_MAIN = ClassName.get(ChildMain.class);
    static final ClassName ENTRY_POINT = ClassName.get(EntryPoint.class);
    static final ClassName GIVEN_ARGUMENTS = ClassName.get(GivenArguments.class);
    static final ClassName OUTCOMES = ClassName.get(Outcomes.class);
    static final ClassName TASK_DEFINITION = ClassName.get(TaskDefinition.class);
    static final ClassName WIDENING = ClassName.get(Widening.class);

    private RuntimeTypes() {}
}
