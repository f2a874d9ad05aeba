package dev.runinprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module lets in and out. */
final class ModuleTest {
    @Test
    void module_exportsThePublicPackagesToEverybody() throws URISyntaxException {
        assertThat(descriptor().exports())
                .noneMatch(ModuleDescriptor.Exports::isQualified)
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(
                        "dev.runinprocess",
                        "dev.runinprocess.channel",
                        "dev.runinprocess.codec",
                        "dev.runinprocess.failure",
                        "dev.runinprocess.link",
                        "dev.runinprocess.memory",
                        "dev.runinprocess.sync");
        assertThat(descriptor().opens()).isEmpty();
    }

    @Test
    void module_needsNothingButTheJdk() throws URISyntaxException {
        assertThat(requires(false)).containsExactlyInAnyOrder("java.base", "java.management", "jdk.unsupported");
        assertThat(requires(true)).containsExactlyInAnyOrder("java.logging", "jdk.jfr", "org.jspecify");
    }

    private static Stream<String> requires(boolean onlyToCompile) throws URISyntaxException {
        return descriptor().requires().stream()
                .filter(required -> required.modifiers().contains(Requires.Modifier.STATIC) == onlyToCompile)
                .map(Requires::name);
    }

    private static ModuleDescriptor descriptor() throws URISyntaxException {
        Path classes = Path.of(RunInProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ModuleFinder.of(classes)
                .find("dev.runinprocess")
                .orElseThrow(() -> new AssertionError("no module dev.runinprocess in " + classes))
                .descriptor();
    }
}
