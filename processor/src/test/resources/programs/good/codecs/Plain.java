package good.codecs;

import dev.runinprocess.RunInProcess;

final class Plain {
    private Plain() {}

    @RunInProcess
    static Money noMark(Money money) {
        return money;
    }
}
