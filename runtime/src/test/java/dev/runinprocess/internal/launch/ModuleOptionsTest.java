package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ModuleOptionsTest {
    @Test
    void optionsAboutTheJdk_remain() {
        List<String> options = List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-reads=java.base=java.logging",
                "--patch-module=java.base=/p",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=java.sql,ALL-DEFAULT",
                "-Da=--add-opens=app/x");
        assertThat(ModuleOptions.withoutApplication(options)).isEqualTo(options);
    }

    @Test
    void optionsAboutTheApplication_go() {
        assertThat(ModuleOptions.withoutApplication(List.of(
                        "--add-opens=app/x=ALL-UNNAMED",
                        "--add-reads=app=java.logging",
                        "--patch-module=app=/p",
                        "--limit-modules=app,java.sql",
                        "--add-modules=app,ALL-MODULE-PATH",
                        "--add-modules=app,java.sql")))
                .containsExactly("--add-modules=java.sql");
    }
}
