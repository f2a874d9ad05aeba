package dev.runinprocess.processor.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** A processor in an environment where one part is replaced. */
public final class Tampering extends AbstractProcessor {
    private final Processor processor;
    private final UnaryOperator<Elements> elements;
    private final UnaryOperator<Filer> filer;
    private final UnaryOperator<RoundEnvironment> round;

    private Tampering(
            Processor processor,
            UnaryOperator<Elements> elements,
            UnaryOperator<Filer> filer,
            UnaryOperator<RoundEnvironment> round) {
        this.processor = processor;
        this.elements = elements;
        this.filer = filer;
        this.round = round;
    }

    /** The processor with another {@code Elements}. */
    public static Processor withElements(Processor processor, UnaryOperator<Elements> elements) {
        return new Tampering(processor, elements, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The processor with another {@code Filer}. */
    public static Processor withFiler(Processor processor, UnaryOperator<Filer> filer) {
        return new Tampering(processor, UnaryOperator.identity(), filer, UnaryOperator.identity());
    }

    /** The processor with other rounds. */
    public static Processor withRound(Processor processor, UnaryOperator<RoundEnvironment> round) {
        return new Tampering(processor, UnaryOperator.identity(), UnaryOperator.identity(), round);
    }

    /** What is called instead of a method; {@code call} calls the method itself. */
    @FunctionalInterface
    public interface Interception {
        /** Returns what the method returns. */
        Object intercept(String method, Object[] arguments, Call call) throws Throwable;
    }

    /** A call to what was there before. */
    @FunctionalInterface
    public interface Call {
        /** Makes the call. */
        Object proceed() throws Throwable;
    }

    /** The same object but for some of its methods. */
    public static <T> T intercepting(Class<T> type, T target, Interception interception) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        interception.intercept(method.getName(), arguments == null ? new Object[0] : arguments, () -> {
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        })));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Elements replacedElements = elements.apply(environment.getElementUtils());
        Filer replacedFiler = filer.apply(environment.getFiler());
        processor.init(
                intercepting(ProcessingEnvironment.class, environment, (method, arguments, call) -> switch (method) {
                    case "getElementUtils" -> replacedElements;
                    case "getFiler" -> replacedFiler;
                    default -> call.proceed();
                }));
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // whether to claim is up to the processor inside
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        return processor.process(annotations, round.apply(environment));
    }
}
