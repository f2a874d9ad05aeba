package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryTreeTest {
    @TempDir
    private Path base;

    @Test
    void delete_takesAllThatIsBelow() throws IOException {
        Files.createDirectories(base.resolve("a/b/c"));
        Files.createFile(base.resolve("a/b/file"));

        assertThat(DirectoryTree.delete(base.resolve("a"))).isTrue();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void delete_followsNoLinks() throws IOException {
        Path precious = Files.createFile(
                Files.createDirectory(base.resolve("elsewhere")).resolve("precious"));
        Path tree = Files.createDirectory(base.resolve("a"));
        Files.createSymbolicLink(tree.resolve("directory"), precious.getParent());
        Files.createSymbolicLink(tree.resolve("file"), precious);
        Files.createSymbolicLink(tree.resolve("nowhere"), base.resolve("missing"));

        assertThat(DirectoryTree.delete(tree)).isTrue();
        assertThat(tree).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void delete_onALinkToADirectory_removesTheLink() throws IOException {
        Path precious = Files.createFile(
                Files.createDirectory(base.resolve("elsewhere")).resolve("precious"));
        Path link = Files.createSymbolicLink(base.resolve("link"), precious.getParent());

        assertThat(DirectoryTree.delete(link)).isTrue();
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(precious).exists();
    }

    @Test
    void delete_onWhatIsNotThere_saysThatItIsGone() {
        assertThat(DirectoryTree.delete(base.resolve("missing"))).isTrue();
    }
}
