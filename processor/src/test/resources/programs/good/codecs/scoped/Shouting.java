package good.codecs.scoped;

import dev.runinprocess.RunInProcess;

/** Methods in a marked package. */
public final class Shouting {
    private Shouting() {}

    /** Returns its argument. */
    @RunInProcess
    public static String shout(String text) {
        return text;
    }
}
