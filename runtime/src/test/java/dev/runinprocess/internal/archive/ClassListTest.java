package dev.runinprocess.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassListTest {
    private static final ArchiveJob JOB = new ArchiveJob("abc", List.of("-XX:+UseZGC"), List.of("/a b.jar", "/c.jar"));

    private static final List<String> WRITTEN = List.of(
            "# NOTE: Do not modify this file.",
            "java/lang/Object id: 0",
            "a/B id: 1",
            "c/D id: 2 super: 0 source: /other.jar",
            "@lambda-form-invoker [SPECIES_RESOLVE] a");

    @Test
    void list_ofAJvm_isTakenWithoutNumbers_andWithoutClassesOfOtherLoaders() {
        ClassList list = ClassList.of(JOB, WRITTEN);

        assertThat(list.classes())
                .containsExactly("java/lang/Object", "a/B", "@lambda-form-invoker [SPECIES_RESOLVE] a");
        assertThat(list.has("a.B")).isTrue();
        assertThat(list.has("c.D")).isFalse();
    }

    @Test
    void list_crosses() throws IOException {
        ClassList list = ClassList.of(JOB, WRITTEN).sealed("12 ff");

        assertThat(ClassList.parse(list.lines())).isEqualTo(list);
    }

    @Test
    void lists_add_andTheSealIsBroken() {
        ClassList sum = ClassList.of(JOB, List.of("a", "b")).sealed("12 ff").plus(ClassList.of(JOB, List.of("b", "c")));

        assertThat(sum.classes()).containsExactly("a", "b", "c");
        assertThat(sum.seal()).isEmpty();
    }

    @Test
    void textOfSomethingElse_isNoList() {
        assertThatThrownBy(() -> ClassList.parse(List.of("a", "b"))).isInstanceOf(IOException.class);
    }
}
