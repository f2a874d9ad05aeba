package dev.runinprocess.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.samples.testing.ExpectedOutput;
import dev.runinprocess.samples.testing.MarkdownFile;
import dev.runinprocess.samples.testing.MarkdownFile.Block;
import dev.runinprocess.samples.testing.Repository;
import dev.runinprocess.samples.testing.Snippet;
import dev.runinprocess.samples.testing.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the pages of {@code docs} show and name what is there. */
final class DocumentsTest {
    private static final int LAST_LINE_FOR_FIRST_JAVA = 20;
    private static final int LINES_OF_README = 150;

    /** Shows what must not compile; a test of the processor holds each block to that. */
    private static final String PAGE_OF_MISTAKES = "diagnostics.md";

    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*(\\.\\w+)?");

    @ParameterizedTest
    @MethodSource("documentsWithGoodJava")
    void java_isShownAsItStandsInTestedSources(Path document) throws IOException {
        SourceFiles sources = SourceFiles.tested();
        for (Block block : MarkdownFile.read(document).blocksOf("java")) {
            assertThat(sources.show(new Snippet(block.text())))
                    .as("%s:%d is part of a source file:%n%s", document, block.line(), block.text())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_leadToFiles(Path document) throws IOException {
        for (String link : MarkdownFile.read(document).relativeLinks()) {
            assertThat(document.resolveSibling(link)).exists();
        }
    }

    @Test
    void readme_isShort_andComesToJavaSoon() throws IOException {
        MarkdownFile readme = readme();
        assertThat(readme.lines()).hasSizeLessThan(LINES_OF_README);
        assertThat(readme.blocksOf("java").get(0).line()).isLessThan(LAST_LINE_FOR_FIRST_JAVA);
    }

    @Test
    void readme_showsTheOutputOfTheFirstSample() throws IOException {
        Path source = Repository.path("samples/src/main/java/dev/runinprocess/samples/S01DownloadAndUpload.java");
        Block output = readme().blocksOf("text").get(0);
        assertThat(output.text()).matches(ExpectedOutput.statedIn(source));
    }

    @Test
    void readme_namesMethodsThatExist_besideThoseOfPython() throws IOException {
        SourceFiles sources = SourceFiles.named();
        List<String> names = readme().lines().stream()
                .filter(line -> line.startsWith("| `") || line.startsWith("| ("))
                .map(line -> line.split(" \\| ", -1)[1])
                .flatMap(cell -> MarkdownFile.codeSpansIn(cell).stream())
                .map(span -> span.replace("FLauncher", "DownloadLauncher"))
                .map(span -> Character.isLowerCase(span.charAt(0)) ? "ChildProcess." + span : span)
                .toList();
        assertThat(names).isNotEmpty();
        for (String name : names) {
            assertExists(name, sources);
        }
    }

    @Test
    void readme_namesTheArtifactsOfThisBuild() throws IOException {
        String pom = Files.readString(Repository.path("pom.xml"));
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(pom);
        assertThat(version.find()).isTrue();
        String readme = String.join("\n", readme().lines());
        for (String module : List.of("runtime", "processor")) {
            String artifact = "runinprocess-" + module;
            assertThat(Repository.path(module + "/pom.xml")).content().contains("<artifactId>" + artifact);
            assertThat(readme)
                    .contains("dev.runinprocess:" + artifact + ":" + version.group(1))
                    .containsPattern("<artifactId>" + artifact + "</artifactId>\\s*<version>"
                            + Pattern.quote(version.group(1)) + "</version>");
        }
    }

    @Test
    void architecture_namesTypesThatExist() throws IOException {
        SourceFiles sources = SourceFiles.named();
        for (String span : architecture().codeSpans()) {
            if (Character.isUpperCase(span.charAt(0))) {
                assertExists(span, sources);
            }
        }
    }

    @Test
    void architecture_drawsEveryPackage() throws IOException {
        String picture = architecture().blocksOf("text").get(0).text();
        Path root = Repository.path("runtime/src/main/java/dev/runinprocess");
        for (Path description : Repository.files("runtime/src/main/java", "package-info.java")) {
            String name = root.relativize(description.getParent()).toString().replace('/', '.');
            assertThat(picture).contains(" " + (name.isEmpty() ? "dev.runinprocess" : name) + " ");
        }
    }

    private static void assertExists(String span, SourceFiles sources) throws IOException {
        Matcher name = NAME.matcher(span);
        if (name.lookingAt()) {
            assertThat(sources.have(name.group())).as("%s exists", name.group()).isTrue();
        }
    }

    private static MarkdownFile readme() throws IOException {
        return MarkdownFile.read(Repository.path("README.md"));
    }

    private static MarkdownFile architecture() throws IOException {
        return MarkdownFile.read(Repository.path("docs/architecture.md"));
    }

    private static Stream<Path> documentsWithGoodJava() throws IOException {
        return documents().filter(document -> !document.endsWith(PAGE_OF_MISTAKES));
    }

    private static Stream<Path> documents() throws IOException {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Repository::path);
        return Stream.concat(top, Repository.files("docs", ".md").stream());
    }
}
