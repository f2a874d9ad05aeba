package dev.runinprocess.internal.child;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JVM's last place for shutdown hooks, after that of ordinary ones, which run unordered, and after the deletion of files. It is internal to the JDK: there
 * only with {@code --add-exports}, and not for certain.
 */
final class LastSlot {
    private static final int NUMBER = 7;

    private LastSlot() {}

    /** Has something run last, if that is possible. Handles, since the first reflective call costs a new JVM three times as much on newer JDKs. */
    static void register(Runnable last) {
        try {
            Class<?> secrets = Class.forName("jdk.internal.access.SharedSecrets");
            Class<?> access = Class.forName("jdk.internal.access.JavaLangAccess");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Object shutdown = lookup.findStatic(secrets, "getJavaLangAccess", MethodType.methodType(access))
                    .invoke();
            lookup.findVirtual(
                            access,
                            "registerShutdownHook",
                            MethodType.methodType(void.class, int.class, boolean.class, Runnable.class))
                    .invoke(shutdown, NUMBER, false, last);
        } catch (Throwable e) {
            // Another JDK, or one that is ending already: the parent waits for the process.
        }
    }
}
