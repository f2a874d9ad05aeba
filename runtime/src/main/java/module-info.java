/** Runs annotated methods in child JVMs: the API, the contract of generated code, and what stands behind both. */
module dev.runinprocess {
    requires java.management;
    requires jdk.unsupported;
    requires static java.logging;
    requires static jdk.jfr;
    requires static org.jspecify;

    exports dev.runinprocess;
    exports dev.runinprocess.channel;
    exports dev.runinprocess.codec;
    exports dev.runinprocess.failure;
    exports dev.runinprocess.link;
    exports dev.runinprocess.memory;
    exports dev.runinprocess.sync;
}
