package good.receivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        Jobs.Job job = new Jobs.Job("n", List.of(1, 2));
        assertThat(SumLauncher.invoke(job, 10)).isEqualTo(13);
        assertThat(SumLauncher.with().offset(10).job(job).invoke()).isEqualTo(13);
        assertThat(Modifier.isPublic(SumLauncher.class.getModifiers())).isTrue();
        assertThatThrownBy(() -> SumLauncher.invoke(new Jobs.Job("empty", List.of()), 1))
                .isInstanceOf(IOException.class)
                .hasMessage("empty");
        assertThatThrownBy(() -> SumLauncher.start(null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("job");
        assertThatThrownBy(() -> SumLauncher.with().offset(1).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("job");
        assertThat(NameAndLauncher.invoke(job, "a", "b")).isEqualTo("nab");
        assertThat(NameAndLauncher.with().job("a").job_("b").job__(job).invoke()).isEqualTo("nab");
        assertThat(CopyLauncher.invoke(job)).isEqualTo(job);
        assertThat(ValueOfClassLauncher.with().class_(new Jobs.Class(5)).invoke()).isEqualTo(5);
        assertThat(MarkedTextLauncher.invoke(new Jobs.Marked("a"), "b", "c")).isEqualTo("abc");
    }
}
