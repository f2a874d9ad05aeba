package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;

class NameDiagnosticsTest {
    @Test
    void twoMethods_oneLauncherName_showsBothAndTheRemedy() {
        Rejected.declarations("""
                        final class Downloads {
                            @RunInProcess
                            static void run(int a) {}
                        }
                        """, """
                        final class Uploads {
                            @RunInProcess
                            static void run(String text) {}

                            static void useOfTheOther() throws Exception {
                                RunLauncher.start(1);
                            }
                        }
                        """)
                .error(
                        "[launcher-clash] Downloads.run(int) and Uploads.run(String) would both get the class RunLauncher."
                                + " Rename one launcher: @RunInProcess(launcher = \"UploadsRunLauncher\").",
                        "void run(String text)")
                .only();
    }

    @Test
    void overloads_oneLauncherName_isRejected() {
        Rejected.declarations("""
                        final class Downloads {
                            @RunInProcess
                            static void run(int a) {}

                            @RunInProcess
                            static void run(String text) {}
                        }
                        """)
                .error("[launcher-clash] Downloads.run(int) and Downloads.run(String)", "void run(String text)")
                .only();
    }

    @Test
    void twoMethods_oneEntryPointName_isRejected() {
        Rejected.declarations("""
                        final class Downloads {
                            @RunInProcess(launcher = "Fetch")
                            static void one() {}

                            @RunInProcess(launcher = "FetchLauncher")
                            static void two() {}
                        }
                        """)
                .error("would both get the class FetchEntryPoint", "void two()")
                .only();
    }

    @Test
    void launcher_nameOfExistingClass_isRejected() {
        Rejected.declarations("""
                        final class Downloads {
                            @RunInProcess
                            static void run() {}
                        }
                        """, """
                        final class RunLauncher {}
                        """)
                .error(
                        "[type-clash] The class RunLauncher that would be generated from Downloads.run() exists already,"
                                + " and there cannot be two. Rename that class, or the generated one:"
                                + " @RunInProcess(launcher = \"DownloadsRunLauncher\").",
                        "void run()")
                .only();
    }

    @Test
    void codec_nameOfExistingClass_isRejected() {
        Rejected.declarations("""
                        @Transferable
                        record Job(String name) {}
                        """, """
                        final class JobCodec {}
                        """)
                .error("[type-clash] The class JobCodec that would be generated from Job exists already", "record Job")
                .only();
    }

    @Test
    void twoTypes_oneCodecName_showsBothAndTheRemedy() {
        Rejected.declarations("""
                        final class Jobs {
                            static final class Small {
                                @Transferable
                                record Job(String name) {}
                            }

                            static final class Large {
                                @Transferable
                                record Job(int number) {}
                            }
                        }
                        """)
                .error(
                        "[codec-clash] Jobs.Small.Job and Jobs.Large.Job would both get the class JobCodec. Rename one"
                                + " codec: @Transferable(codec = \"JobsLargeJobCodec\").",
                        "record Job(int number)")
                .only();
    }

    @Test
    void codec_noSimpleName_isRejected() {
        Rejected.declarations("""
                        @Transferable(codec = "p.JobCodec")
                        record Job(String name) {}
                        """)
                .error("[codec-name] codec = \"p.JobCodec\" is no simple class name", "codec =")
                .only();
    }

    @Test
    void launcherAndCodec_oneName_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            @Transferable(codec = "RunLauncher")
                            record Job(String name) {}

                            @RunInProcess
                            static void run() {}
                        }
                        """)
                .error("Work.Job and Work.run() would both get the class RunLauncher", "void run()")
                .only();
    }
}
