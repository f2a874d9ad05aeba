package good.serialization;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseJavaSerialization;
import java.util.ArrayList;
import java.util.List;

final class Uses {
    private Uses() {}

    record Holder(Legacy legacy) {}

    @RunInProcess
    @UseJavaSerialization(Legacy.class)
    static List<Legacy> legacies(List<Legacy> legacies) {
        return legacies;
    }

    @RunInProcess
    static String holder(@UseJavaSerialization(Legacy.class) Holder holder) {
        return holder.legacy().getClass().getSimpleName();
    }

    @RunInProcess
    @UseJavaSerialization(value = Legacy.class, allow = {Legacy.Special.class, ArrayList.class})
    static Legacy special(Legacy legacy) {
        return legacy;
    }

    @RunInProcess
    @SuppressWarnings("serialization-wide-field")
    @UseJavaSerialization(value = Legacy.class, allow = Legacy.Special.class)
    static Legacy suppressed(Legacy legacy) {
        return legacy;
    }
}
