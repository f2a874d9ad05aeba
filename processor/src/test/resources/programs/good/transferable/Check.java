package good.transferable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.codec.Codec;
import good.transferable.other.WorkLauncher;
import java.lang.reflect.Modifier;
import java.util.Map;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        Map<String, Job> jobs = Map.of("a", Job.of("a"));
        assertThat(WorkLauncher.invoke(jobs)).isEqualTo(jobs);
        Codec<Job> codec = JobCodec.INSTANCE;
        assertThat(codec).isNotNull();
        assertThat(Modifier.isPublic(JobCodec.class.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(KindCodec.class.getModifiers())).isFalse();
        assertThat(FormCodec.INSTANCE).isNotNull();
        assertThat(RoundCodec.INSTANCE).isNotNull();
    }
}
