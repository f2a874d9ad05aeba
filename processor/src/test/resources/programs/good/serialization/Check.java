package good.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.NotTransferableException;
import java.util.List;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        List<Legacy> legacies = List.of(new Legacy("a"), new Legacy("b"));
        assertThat(LegaciesLauncher.invoke(legacies)).isEqualTo(legacies);
        assertThat(HolderLauncher.invoke(new Uses.Holder(new Legacy("a")))).isEqualTo("Legacy");
        assertThat(SpecialLauncher.invoke(new Legacy.Special("s"))).isEqualTo(new Legacy.Special("s"));
        assertThatThrownBy(() -> LegaciesLauncher.invoke(List.of(new Legacy.Special("s"))))
                .isInstanceOf(NotTransferableException.class)
                .hasMessageContaining("Special");
    }
}
