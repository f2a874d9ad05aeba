package dev.runinprocess.internal.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * The options that let a worker load entry points of modules: their classes are no more public than the methods they belong to, and which will be called is not known when the worker
 * starts.
 */
public final class OpenPackages {
    private OpenPackages() {}

    /** One option for each package of each module that uses this library's; none where all is on the class path. */
    public static List<String> options() {
        Module self = OpenPackages.class.getModule();
        List<String> options = new ArrayList<>();
        if (!self.isNamed()) {
            return options;
        }
        for (Module module : ModuleLayer.boot().modules()) {
            if (module != self && module.canRead(self)) {
                for (String name : module.getPackages()) {
                    options.add("--add-opens=" + module.getName() + "/" + name + "=" + self.getName());
                }
            }
        }
        return options;
    }
}
