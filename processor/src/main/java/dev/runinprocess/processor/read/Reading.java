package dev.runinprocess.processor.read;

import java.util.Optional;

/**
 * What became of an element that was read.
 *
 * @param model what to generate; absent if something is wrong with the element
 * @param isComplete whether all types were there; otherwise it is worth another try when other processors have worked
 */
public record Reading<M>(Optional<M> model, boolean isComplete) {
    static <M> Reading<M> of(M model) {
        return new Reading<>(Optional.of(model), true);
    }

    static <M> Reading<M> none() {
        return new Reading<>(Optional.empty(), true);
    }

    static <M> Reading<M> later() {
        return new Reading<>(Optional.empty(), false);
    }
}
